import { Entity } from 'typeorm';
import type { PointKind } from '../places/point-kind.js';
import {
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  NumberPrimary,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { TargetRuleKind } from './target-rule.js';

/** A rule as it stands; its past is in its versions. */
@Entity('target_rule')
export class TargetRuleEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() materialId: string;
  @TextColumn() kind: TargetRuleKind;
  @QuantityColumn() valueThousandths: number;
  @TextColumn({ nullable: true }) pointKind: PointKind | null;
  @TextColumn({ nullable: true }) tag: string | null;
  @IdColumn({ nullable: true }) regionCode: string | null;
  @IdColumn({ nullable: true }) districtCode: string | null;
  @IdColumn({ nullable: true }) groupId: string | null;
  @IdColumn({ nullable: true }) municipalityCode: string | null;
  /** Kind, scope and choice of points: what a second rule may not share. */
  @TextColumn() sameness: string;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}

/** What a rule said from a moment on; `ended` says that it was deleted. Never changed. */
@Entity('target_rule_version')
export class TargetRuleVersionEntity {
  @IdPrimary() ruleId: string;
  @NumberPrimary() version: number;
  @IdColumn() campaignId: string;
  @IdColumn() materialId: string;
  @TextColumn() kind: TargetRuleKind;
  @QuantityColumn() valueThousandths: number;
  @TextColumn({ nullable: true }) pointKind: PointKind | null;
  @TextColumn({ nullable: true }) tag: string | null;
  @IdColumn({ nullable: true }) regionCode: string | null;
  @IdColumn({ nullable: true }) districtCode: string | null;
  @IdColumn({ nullable: true }) groupId: string | null;
  @IdColumn({ nullable: true }) municipalityCode: string | null;
  @FlagColumn() ended: boolean;
  @InstantColumn() validFrom: Instant;
  @InstantColumn() recordedAt: Instant;
  @IdColumn() actorId: string;
}

/** A target set by hand, from a moment on; without a quantity the override was dropped. Never changed. */
@Entity('target_override')
export class TargetOverrideEntity {
  @IdPrimary() campaignId: string;
  @IdPrimary() municipalityCode: string;
  @IdPrimary() materialId: string;
  @NumberPrimary() version: number;
  @QuantityColumn({ nullable: true }) quantity: number | null;
  @TextColumn({ nullable: true }) reason: string | null;
  @InstantColumn() validFrom: Instant;
  @InstantColumn() recordedAt: Instant;
  @IdColumn() actorId: string;
}
