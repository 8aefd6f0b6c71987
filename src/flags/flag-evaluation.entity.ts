import { Entity } from 'typeorm';
import { IdPrimary, InstantColumn } from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** The latest moment for which a campaign was judged; a run for an earlier one only reports. */
@Entity('flag_evaluation')
export class FlagEvaluationEntity {
  @IdPrimary() campaignId: string;
  @InstantColumn({ nullable: true }) evaluatedAt: Instant | null;
}
