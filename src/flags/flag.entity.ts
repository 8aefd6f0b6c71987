import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { FlagState, Resolution } from './flag-life.js';
import type { FlagDetails, FlagKind, Severity } from './rules.js';

@Entity('flag')
export class FlagEntity {
  @IdPrimary() id: string;
  @IdColumn() ruleId: string;
  @IdColumn() campaignId: string;
  /** The kind of its rule. */
  @TextColumn() rule: FlagKind;
  /** Subject and, where the rule names one, material. */
  @TextColumn() subjectKey: string;
  @IdColumn({ nullable: true }) municipalityCode: string | null;
  @IdColumn({ nullable: true }) materialId: string | null;
  @IdColumn({ nullable: true }) consignmentId: string | null;
  @IdColumn({ nullable: true }) deliveryPointId: string | null;
  @IdColumn({ nullable: true }) warehouseId: string | null;
  @TextColumn() state: FlagState;
  @TextColumn() severity: Severity;
  @JsonColumn() details: FlagDetails;
  @InstantColumn() raisedAt: Instant;
  @InstantColumn() recordedAt: Instant;
  @InstantColumn() openedAt: Instant;
  @InstantColumn({ nullable: true }) acknowledgedAt: Instant | null;
  @IdColumn({ nullable: true }) acknowledgedBy: string | null;
  @InstantColumn({ nullable: true }) acknowledgedUntil: Instant | null;
  @TextColumn({ nullable: true }) note: string | null;
  @IdColumn({ nullable: true }) assigneeId: string | null;
  @InstantColumn({ nullable: true }) escalatedAt: Instant | null;
  @InstantColumn({ nullable: true }) resolvedAt: Instant | null;
  @IdColumn({ nullable: true }) resolvedBy: string | null;
  @TextColumn({ nullable: true }) resolution: Resolution | null;
  @TextColumn({ nullable: true }) reason: string | null;
  @InstantColumn({ nullable: true }) causeGoneAt: Instant | null;
  @IdColumn({ nullable: true }) previousFlagId: string | null;
}
