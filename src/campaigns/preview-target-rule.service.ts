import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { Problem } from '../problem.js';
import { CampaignService } from './campaign.service.js';
import type { PreviewTargetRuleDto } from './dto/target-rule.dto.js';
import { TargetRuleCheck } from './target-rule-check.service.js';
import { completeDraft, type Draft, refuseSecond, requireRule } from './target-rule.service.js';
import { thousandthsOf } from './target-rule.js';
import { type TargetChange, TargetService } from './target.service.js';

/** Stands for the id that the rule would get, after all those that there are. */
const LATEST_ID = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

/** Of every coverage unit; quantities in pieces. */
export interface TargetPreview {
  readonly changes: readonly TargetChange[];
  readonly totals: {
    readonly before: number;
    readonly after: number;
    readonly changed: number;
    readonly withTarget: number;
  };
}

/** What a rule would do to the 161, before anybody makes it. Changes nothing, and refuses what saving would refuse. */
@Injectable()
export class PreviewTargetRule {
  constructor(
    private readonly reads: ReadConnection,
    private readonly campaigns: CampaignService,
    private readonly references: TargetRuleCheck,
    private readonly targets: TargetService,
  ) {}

  /** @throws Problem `not_found`, `unknown_reference`, `not_a_coverage_unit`, `rule`, `duplicate` */
  async run(actor: Actor, campaignId: string, body: PreviewTargetRuleDto): Promise<TargetPreview> {
    await this.campaigns.get(actor, campaignId);
    const { id: _, replaces, ...content } = body;
    const draft = completeDraft(content);
    if (replaces !== undefined) await this.requireReplaced(campaignId, replaces);
    await this.references.check(this.reads, campaignId, draft);
    await refuseSecond(this.reads, campaignId, replaces ?? LATEST_ID, draft);
    const rule = describeRow(draft, replaces);
    const changes = await this.targets.preview(this.reads, campaignId, rule, replaces);
    return { changes, totals: sumChanges(changes) };
  }

  private async requireReplaced(campaignId: string, id: string): Promise<void> {
    try {
      await requireRule(this.reads, campaignId, id);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
      const message = {
        en: `The campaign has no target rule with the id ${id}. It may have been ended meanwhile; read the rules anew.`,
        sr: `Kampanja nema pravilo ciljeva sa oznakom ${id}. Možda je u međuvremenu ukinuto; pročitajte pravila ponovo.`,
      };
      throw new Problem('unknown_reference', { errors: [{ path: 'replaces', message }] });
    }
  }
}

function describeRow({ value, ...draft }: Draft, replaces: string | undefined) {
  return { ...draft, id: replaces ?? LATEST_ID, valueThousandths: thousandthsOf(value)! };
}

function sumChanges(changes: readonly TargetChange[]): TargetPreview['totals'] {
  return {
    before: changes.reduce((sum, { before }) => sum + before.quantity, 0),
    after: changes.reduce((sum, { after }) => sum + after.quantity, 0),
    changed: changes.filter(({ before, after }) => before.quantity !== after.quantity).length,
    withTarget: changes.filter(({ after }) => after.quantity > 0).length,
  };
}
