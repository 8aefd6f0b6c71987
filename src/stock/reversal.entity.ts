import { Entity } from 'typeorm';
import type { Instant } from '../time.js';
import { IdColumn, IdPrimary, InstantColumn, TextColumn } from '../platform/database/columns.js';
import type { CauseKind } from './ledger.js';

/** That a receipt or an issue was taken back, by whom and why; each at most once. */
@Entity('reversal')
export class ReversalEntity {
  @IdPrimary() id: string;
  @TextColumn() causeKind: CauseKind;
  @IdColumn() causeId: string;
  @TextColumn() reason: string;
  @IdColumn() actorId: string;
  @InstantColumn() recordedAt: Instant;
}
