import { Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../time.js';
import { InstantColumn, QuantityColumn, TextColumn } from '../platform/database/columns.js';

/** One row: where the chain of movements and the row of reservations stand. Locked last, by whoever books. */
@Entity('chain_head')
export class ChainHeadEntity {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @QuantityColumn() sequence: number;
  @TextColumn() hash: string;
  @QuantityColumn() reservationSequence: number;
  @InstantColumn() recordedAt: Instant;
}
