import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { BatchState } from './batch-life.js';
import type { TransportMode } from './transport-mode.js';

/** One trip or mailing: what leaves one warehouse together. */
@Entity('batch')
export class BatchEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() warehouseId: string;
  @TextColumn() state: BatchState;
  @TextColumn() mode: TransportMode;
  @TextColumn({ nullable: true }) carrier: string | null;
  @TextColumn({ nullable: true }) vehicle: string | null;
  @TextColumn({ nullable: true }) driver: string | null;
  @InstantColumn({ nullable: true }) expectedAt: Instant | null;
  @InstantColumn({ nullable: true }) plannedAt: Instant | null;
  @InstantColumn({ nullable: true }) packedAt: Instant | null;
  @InstantColumn({ nullable: true }) dispatchedAt: Instant | null;
  @InstantColumn({ nullable: true }) closedAt: Instant | null;
  @InstantColumn({ nullable: true }) cancelledAt: Instant | null;
  @IdColumn() createdBy: string;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
  @IntegerColumn() version: number;
}
