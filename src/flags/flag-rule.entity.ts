import { Entity } from 'typeorm';
import {
  DayColumn,
  DecimalColumn,
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Day, Instant } from '../time.js';
import type { FlagKind, Severity } from './rules.js';

@Entity('flag_rule')
export class FlagRuleEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @TextColumn() kind: FlagKind;
  @IdColumn({ nullable: true }) materialId: string | null;
  @IdColumn({ nullable: true }) groupId: string | null;
  @IntegerColumn({ nullable: true }) days: number | null;
  @IntegerColumn({ nullable: true }) percent: number | null;
  @DayColumn({ nullable: true }) byDate: Day | null;
  @DecimalColumn({ nullable: true }) byShareOfCampaign: number | null;
  @TextColumn() severity: Severity;
  @IntegerColumn() escalateAfterDays: number;
  @FlagColumn() enabled: boolean;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}
