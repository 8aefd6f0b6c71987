import { Injectable } from '@nestjs/common';
import { CampaignService, type CampaignBrief } from '../campaigns/campaign.service.js';
import type { Transaction } from '../platform/database/transaction.js';
import { NOTHING_COUNTED, type RunCounts, type RunMoment } from '../platform/jobs/job.js';
import { dayOf, type Instant } from '../time.js';
import { FactsService } from './facts.service.js';
import { settleFlags, type FlagChange } from './flag-life.js';
import { FlagRecords, type StepBy } from './flag-records.service.js';
import { FlagRuleService } from './flag-rule.service.js';
import { evaluateRules, type FlagRule } from './rules.js';

/** The check: judges the facts of every campaign under way as of a moment, and raises, keeps and resolves flags. */
@Injectable()
export class EvaluateFlags {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly rules: FlagRuleService,
    private readonly facts: FactsService,
    private readonly records: FlagRecords,
  ) {}

  async run(tx: Transaction, { dueAt, runId }: RunMoment): Promise<RunCounts> {
    const by: StepBy = { at: dueAt, actorId: null, runId };
    const counts = [];
    for (const campaign of await listUnderWay(tx, this.campaigns)) {
      counts.push(await this.evaluate(tx, campaign, by));
    }
    return addCounts(counts);
  }

  /** For a moment before the campaign's last evaluation it only reports. */
  private async evaluate(tx: Transaction, campaign: CampaignBrief, by: StepBy): Promise<RunCounts> {
    const evaluatedAt = await this.records.lockEvaluation(tx, campaign.id);
    const reportOnly = evaluatedAt !== null && by.at < evaluatedAt;
    const rules = await this.rules.ofCampaign(tx, campaign.id);
    const changes = await this.judge(tx, campaign, rules, by.at);
    if (!reportOnly) {
      await this.write(tx, campaign.id, rules, changes, by);
      await this.records.setEvaluated(tx, campaign.id, by.at);
    }
    return { ...NOTHING_COUNTED, ...countChanges(changes), reportOnly };
  }

  private async judge(
    tx: Transaction,
    campaign: CampaignBrief,
    rules: readonly FlagRule[],
    at: Instant,
  ): Promise<FlagChange[]> {
    const flags = await this.records.lockLatest(tx, campaign.id);
    const facts = await this.facts.load(tx, campaign, rules, at);
    return settleFlags({
      rules,
      flags,
      findings: evaluateRules(rules, facts),
      campaignEnded: dayOf(at) > campaign.endsOn,
    });
  }

  private async write(
    tx: Transaction,
    campaignId: string,
    rules: readonly FlagRule[],
    changes: readonly FlagChange[],
    by: StepBy,
  ): Promise<void> {
    const kinds = new Map(rules.map((rule) => [rule.id, rule.kind]));
    const kindOf = (ruleId: string) => kinds.get(ruleId)!;
    await this.records.resolve(tx, only(changes, 'resolve'), by);
    await this.records.noteCauseGone(tx, only(changes, 'note_cause_gone'), by);
    await this.records.refresh(tx, only(changes, 'keep'));
    await this.records.raise(tx, campaignId, kindOf, only(changes, 'raise'), by);
  }
}

/** Campaigns that are neither drafts nor closed, always in the same order, since each is locked. */
export async function listUnderWay(
  tx: Transaction,
  campaigns: CampaignService,
): Promise<CampaignBrief[]> {
  const all = await campaigns.all(tx);
  return all
    .filter(({ state }) => state === 'active' || state === 'closing')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What was done; where every campaign was only reported on, what would be. */
export function addCounts(counts: readonly RunCounts[]): RunCounts {
  const done = counts.filter(({ reportOnly }) => !reportOnly);
  const told = done.length > 0 ? done : counts;
  const sum = (pick: (each: RunCounts) => number): number =>
    told.reduce((total, each) => total + pick(each), 0);
  return {
    raised: sum(({ raised }) => raised),
    kept: sum(({ kept }) => kept),
    resolved: sum(({ resolved }) => resolved),
    escalated: sum(({ escalated }) => escalated),
    reportOnly: counts.length > 0 && done.length === 0,
  };
}

function countChanges(
  changes: readonly FlagChange[],
): Pick<RunCounts, 'raised' | 'kept' | 'resolved'> {
  return {
    raised: only(changes, 'raise').length,
    kept: only(changes, 'keep').length,
    resolved: only(changes, 'resolve').length,
  };
}

function only<K extends FlagChange['kind']>(
  changes: readonly FlagChange[],
  kind: K,
): Extract<FlagChange, { kind: K }>[] {
  return changes.filter((each): each is Extract<FlagChange, { kind: K }> => each.kind === kind);
}
