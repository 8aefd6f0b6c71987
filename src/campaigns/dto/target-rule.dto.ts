import { ApiProperty } from '@nestjs/swagger';
import { POINT_KINDS, type PointKind } from '../../places/point-kind.js';
import { PageQuery } from '../../platform/http/page.js';
import { IsDecimal, IsId, IsOneOf, IsText } from '../../platform/http/validation.js';
import { MAX_RULE_VALUE, TARGET_RULE_KINDS, type TargetRuleKind } from '../target-rule.js';

const VALUE = { min: 0, max: MAX_RULE_VALUE, digits: 3, example: 5 };
const TAG = { max: 60, example: 'secondary' };
const REGION = { max: 10, example: 'RS12' };
const DISTRICT = { max: 10, example: 'RS123' };
const MUNICIPALITY = { max: 10, example: '80250' };
const CHOICE = { optional: true, nullable: true };

/**
 * A new target rule. Its scope is at most one of `municipalityCode`, `groupId`, `districtCode` and `regionCode`; none is
 * the whole country.
 */
export class CreateTargetRuleDto {
  @IsId({ optional: true }) id?: string;
  /** One of the campaign's. */
  @IsId() materialId: string;
  /**
   * The first three add up; a minimum raises the sum, or is the target alone; a fixed figure replaces it. Broadcast
   * materials, aimed at in airings, take `minimum` and `fixed` only.
   */
  @IsOneOf(TARGET_RULE_KINDS) kind: TargetRuleKind;
  /** Pieces; up to three decimals, since the target is rounded up once, at the end. */
  @IsDecimal(VALUE) value: number;
  /** Which points count; absent: all. Only for `per_delivery_point` and `per_100_audience`. */
  @IsOneOf(POINT_KINDS, CHOICE) pointKind?: PointKind | null;
  /** Only points with this tag. */
  @IsText({ ...TAG, ...CHOICE }) tag?: string | null;
  @IsText({ ...REGION, ...CHOICE }) regionCode?: string | null;
  @IsText({ ...DISTRICT, ...CHOICE }) districtCode?: string | null;
  @IsId(CHOICE) groupId?: string | null;
  @IsText({ ...MUNICIPALITY, ...CHOICE }) municipalityCode?: string | null;
}

/** What changes of a rule; what is absent stays, null takes it away. */
export class ChangeTargetRuleDto {
  @IsId({ optional: true }) materialId?: string;
  @IsOneOf(TARGET_RULE_KINDS, { optional: true }) kind?: TargetRuleKind;
  @IsDecimal({ ...VALUE, optional: true }) value?: number;
  @IsOneOf(POINT_KINDS, CHOICE) pointKind?: PointKind | null;
  @IsText({ ...TAG, ...CHOICE }) tag?: string | null;
  @IsText({ ...REGION, ...CHOICE }) regionCode?: string | null;
  @IsText({ ...DISTRICT, ...CHOICE }) districtCode?: string | null;
  @IsId(CHOICE) groupId?: string | null;
  @IsText({ ...MUNICIPALITY, ...CHOICE }) municipalityCode?: string | null;
}

/** How targets come about. */
export class TargetRuleDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  campaignId: string;
  materialId: string;
  @ApiProperty({ enum: TARGET_RULE_KINDS })
  kind: TargetRuleKind;
  /** @example 5 */
  value: number;
  @ApiProperty({ enum: POINT_KINDS, nullable: true })
  pointKind: PointKind | null;
  @ApiProperty({ type: String, nullable: true })
  tag: string | null;
  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  districtCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  groupId: string | null;
  @ApiProperty({ type: String, nullable: true })
  municipalityCode: string | null;
  /** @example 2026-03-01T09:00:00.000Z */
  createdAt: string;
  /** @example 2026-03-01T09:00:00.000Z */
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

export class TargetRuleQuery extends PageQuery {
  @IsId({ optional: true }) material?: string;
  @IsOneOf(TARGET_RULE_KINDS, { optional: true }) kind?: TargetRuleKind;
}

export class TargetRulePageDto {
  items: TargetRuleDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
