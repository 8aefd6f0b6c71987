import { Injectable } from '@nestjs/common';
import { CampaignService } from '../campaigns/campaign.service.js';
import type { Transaction } from '../platform/database/transaction.js';
import { NOTHING_COUNTED, type RunCounts, type RunMoment } from '../platform/jobs/job.js';
import { addCounts, listUnderWay } from './evaluate-flags.service.js';
import { escalate } from './flag-life.js';
import { FlagRecords, type StepBy } from './flag-records.service.js';

/** Takes the severity of flags that nobody attends to one up. */
@Injectable()
export class EscalateFlags {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly records: FlagRecords,
  ) {}

  async run(tx: Transaction, { dueAt, runId }: RunMoment): Promise<RunCounts> {
    const by: StepBy = { at: dueAt, actorId: null, runId };
    const counts = [];
    for (const { id } of await listUnderWay(tx, this.campaigns)) {
      counts.push(await this.escalateCampaign(tx, id, by));
    }
    return addCounts(counts);
  }

  /** For a moment before the campaign's last evaluation it only reports. */
  private async escalateCampaign(
    tx: Transaction,
    campaignId: string,
    by: StepBy,
  ): Promise<RunCounts> {
    const evaluatedAt = await this.records.lockEvaluation(tx, campaignId);
    const reportOnly = evaluatedAt !== null && by.at < evaluatedAt;
    const flags = await this.records.lockEscalatable(tx, campaignId);
    const raised = flags.flatMap((flag) => {
      const severity = escalate(flag, flag.escalateAfterDays, by.at);
      return severity === undefined ? [] : [{ id: flag.id, severity }];
    });
    if (!reportOnly) await this.records.escalate(tx, raised, by);
    return { ...NOTHING_COUNTED, escalated: raised.length, reportOnly };
  }
}
