import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** What one batch brings to one delivery point. Its state follows from the batch's and from its lines. */
@Entity('consignment')
export class ConsignmentEntity {
  @IdPrimary() id: string;
  @IdColumn() batchId: string;
  /** Its place in the batch's order, from 0: consignments draw stock in this order. */
  @IntegerColumn() position: number;
  @IdColumn() deliveryPointId: string;
  /** The point's municipality; from plan on a point keeps it. */
  @TextColumn() municipalityCode: string;
  @TextColumn() waybillNumber: string;
  @InstantColumn({ nullable: true }) expectedAt: Instant | null;
  @IdColumn({ nullable: true }) standingConfirmationId: string | null;
  @InstantColumn() createdAt: Instant;
  /** When anything that a list shows of it last changed, the batch's state included. */
  @InstantColumn() changedAt: Instant;
  @IntegerColumn() version: number;
}
