import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** A confirmation that was refused: it books nothing, and its text is kept for the coordinator. */
@Entity('rejected_confirmation')
export class RejectedConfirmationEntity {
  @IdPrimary() id: string;
  /** The id that it came with, whatever that was. */
  @TextColumn({ nullable: true }) toldId: string | null;
  /** Known where it named a consignment that there is. */
  @IdColumn({ nullable: true }) campaignId: string | null;
  @IdColumn({ nullable: true }) batchId: string | null;
  @IdColumn({ nullable: true }) consignmentId: string | null;
  @IdColumn() senderId: string;
  @TextColumn() contentHash: string;
  @JsonColumn() content: unknown;
  @JsonColumn() problem: unknown;
  @InstantColumn() receivedAt: Instant;
  @InstantColumn() lastReceivedAt: Instant;
  /** How often the same sender sent the same. */
  @IntegerColumn() attempts: number;
}
