import { Entity } from 'typeorm';
import type { Instant } from '../time.js';
import {
  DecimalColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';

/** What a printer delivered: the document; the pieces are movements. */
@Entity('receipt')
export class ReceiptEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() warehouseId: string;
  @IdColumn() materialId: string;
  @IdColumn() lotId: string;
  @IdColumn({ nullable: true }) printOrderId: string | null;
  /** Counted, with those damaged on arrival. */
  @QuantityColumn() quantity: number;
  @QuantityColumn() damaged: number;
  /** What the delivery note says; what differs from the count is a discrepancy with the supplier. */
  @QuantityColumn({ nullable: true }) notedQuantity: number | null;
  @TextColumn({ nullable: true }) supplier: string | null;
  @TextColumn({ nullable: true }) deliveryNoteNumber: string | null;
  @DecimalColumn({ nullable: true }) costAmount: number | null;
  @TextColumn({ nullable: true }) costCurrency: string | null;
  @IdColumn() actorId: string;
  @InstantColumn() occurredAt: Instant;
  @InstantColumn() recordedAt: Instant;
}
