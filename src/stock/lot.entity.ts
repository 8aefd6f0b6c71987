import { Entity } from 'typeorm';
import type { Instant } from '../time.js';
import {
  DecimalColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { LotState } from './lot.js';

/** A print run: known by its campaign, material and lot number. */
@Entity('lot')
export class LotEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() materialId: string;
  @TextColumn() lotNumber: string;
  @TextColumn() state: LotState;
  @InstantColumn({ nullable: true }) withdrawnAt: Instant | null;
  @InstantColumn() firstReceiptAt: Instant;
  @InstantColumn() recordedAt: Instant;
}

/** A funder's share of a print run. */
@Entity('lot_funding')
export class LotFundingEntity {
  @IdPrimary() lotId: string;
  @IdPrimary() funder: string;
  @DecimalColumn() percent: number;
}

/** What was decided about a print run, when, by whom and why. */
@Entity('lot_state_change')
export class LotStateChangeEntity {
  @IdPrimary() id: string;
  @IdColumn() lotId: string;
  @TextColumn() fromState: LotState;
  @TextColumn() toState: LotState;
  @TextColumn() reason: string;
  @IdColumn() actorId: string;
  @InstantColumn() occurredAt: Instant;
  @InstantColumn() recordedAt: Instant;
}
