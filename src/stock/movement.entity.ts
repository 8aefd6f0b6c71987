import { Entity } from 'typeorm';
import type { Instant } from '../time.js';
import {
  IdColumn,
  InstantColumn,
  NumberPrimary,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Account } from './account.js';
import type { CauseKind } from './ledger.js';

/** An entry of the ledger: written once, by the ledger alone, and never changed or deleted. */
@Entity('movement')
export class MovementEntity {
  @NumberPrimary() sequence: number;
  @IdColumn() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() lotId: string;
  @IdColumn() materialId: string;
  @TextColumn() fromAccount: Account;
  @TextColumn() toAccount: Account;
  @QuantityColumn() quantity: number;
  @TextColumn() causeKind: CauseKind;
  @IdColumn() causeId: string;
  @IdColumn({ nullable: true }) batchId: string | null;
  @IdColumn({ nullable: true }) consignmentId: string | null;
  @IdColumn({ nullable: true }) deliveryPointId: string | null;
  @TextColumn({ nullable: true }) municipalityCode: string | null;
  @IdColumn() actorId: string;
  @InstantColumn() occurredAt: Instant;
  @InstantColumn() recordedAt: Instant;
  @IdColumn({ nullable: true }) reverses: string | null;
  @TextColumn() hash: string;
}
