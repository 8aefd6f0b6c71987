import { ApiProperty } from '@nestjs/swagger';
import { POINT_KINDS, type PointKind } from '../../places/point-kind.js';
import { PageQuery } from '../../platform/http/page.js';
import { IsDecimal, IsId, IsOneOf, IsText } from '../../platform/http/validation.js';
import { MAX_RULE_VALUE, TARGET_RULE_KINDS, type TargetRuleKind } from '../target-rule.js';
import { TARGET_SOURCES } from './target.dto.js';

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

/** A rule that is thought of, or the change of one. */
export class PreviewTargetRuleDto extends CreateTargetRuleDto {
  /** The rule in whose place this one would come; absent: it would be a further one. */
  @IsId({ optional: true }) replaces?: string;
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

/** What a rule would make of the target of one of the 161. */
export class PreviewedTargetDto {
  /** @example 80250 */
  municipalityCode: string;
  /** In the language asked for. */
  name: string;
  /** @example 0 */
  before: number;
  /** @example 300 */
  after: number;
  /** Where the target after it comes from: an override by hand stands before every rule. */
  @ApiProperty({ enum: TARGET_SOURCES })
  source: (typeof TARGET_SOURCES)[number];
  /**
   * How the target after it comes about, in the language asked for.
   * @example 43,098 inhabitants × 5 per 1,000 = 216; raised to the minimum of 300
   */
  explanation: string;
}

export class PreviewTotalsDto {
  /** Pieces. */
  before: number;
  /** Pieces. */
  after: number;
  /** How many municipalities have another target than before. */
  changed: number;
  /** How many would get something. */
  withTarget: number;
}

export class TargetRulePreviewDto {
  materialId: string;
  /** All 161, in Serbian order. */
  items: PreviewedTargetDto[];
  totals: PreviewTotalsDto;
}
