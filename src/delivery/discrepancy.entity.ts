import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { DiscrepancyKind, Resolution, SettledKind } from './discrepancy.js';

/** From when to when a difference was open. One that comes back is a new row. */
@Entity('discrepancy')
export class DiscrepancyEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() batchId: string;
  @IdColumn() consignmentId: string;
  @TextColumn() municipalityCode: string;
  @IdColumn() materialId: string;
  @TextColumn() kind: DiscrepancyKind;
  @QuantityColumn() openedQuantity: number;
  /** Pieces that nobody has accounted for yet. */
  @QuantityColumn() quantity: number;
  /** Dated as the delivery that it comes from. */
  @InstantColumn() openedAt: Instant;
  @InstantColumn({ nullable: true }) closedAt: Instant | null;
}

/** How somebody accounted for pieces of a discrepancy. */
@Entity('discrepancy_resolution')
export class DiscrepancyResolutionEntity {
  @IdPrimary() id: string;
  @IdColumn() discrepancyId: string;
  @IdColumn() consignmentId: string;
  @IdColumn() materialId: string;
  @TextColumn() resolution: Resolution;
  /** The kind whose booked pieces need no further word. */
  @TextColumn({ nullable: true }) settles: SettledKind | null;
  /** The confirmation that it spoke of was superseded. */
  @FlagColumn() voided: boolean;
  @QuantityColumn() quantity: number;
  @TextColumn() note: string;
  @IdColumn() actorId: string;
  @InstantColumn() recordedAt: Instant;
}
