import { Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../time.js';
import {
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';

/** What left a warehouse without a trip: the document; the pieces are movements. */
@Entity('issue')
export class IssueEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() warehouseId: string;
  /** Null for a hand-out. */
  @IdColumn({ nullable: true }) deliveryPointId: string | null;
  @TextColumn() municipalityCode: string;
  /** Of a hand-out. */
  @TextColumn({ nullable: true }) occasion: string | null;
  @TextColumn({ nullable: true }) receivedBy: string | null;
  @FlagColumn() estimated: boolean;
  @TextColumn({ nullable: true }) note: string | null;
  @IdColumn() actorId: string;
  @InstantColumn() occurredAt: Instant;
  @InstantColumn() recordedAt: Instant;
}

@Entity('issue_line')
export class IssueLineEntity {
  @IdPrimary() issueId: string;
  @PrimaryColumn({ type: 'integer' }) position: number;
  @IdColumn() materialId: string;
  /** Where the command named it. */
  @IdColumn({ nullable: true }) lotId: string | null;
  @QuantityColumn() quantity: number;
}
