import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsCount, IsId, IsMoment, IsOneOf, IsText } from '../../platform/http/validation.js';

export const TARGET_SOURCES = ['rule', 'override', 'none'] as const;

/** How many pieces of a material a municipality should get, and why. */
export class TargetDto {
  /** @example 80250 */
  municipalityCode: string;
  materialId: string;
  /** @example 300 */
  quantity: number;
  /** `none`: no rule applies, and the target is 0. */
  @ApiProperty({ enum: TARGET_SOURCES })
  source: (typeof TARGET_SOURCES)[number];
  /**
   * In the language asked for.
   * @example 43,098 inhabitants × 5 per 1,000 = 216; raised to the minimum of 300
   */
  explanation: string;
  /** Why it was set by hand; null where it was not. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** The ETag of the override, as a number; null where there is none. */
  @ApiProperty({ type: Number, nullable: true })
  version: number | null;
}

/** A target set by hand. */
export class OverrideDto {
  /** Replaces what the rules give. */
  @IsCount({ example: 400 }) quantity: number;
  @IsText({ max: 500, example: 'A fair in May' }) reason: string;
}

export class TargetQuery extends PageQuery {
  /** One of the 161, by its code. */
  @IsText({ max: 10, optional: true }) municipality?: string;
  /** One of the campaign's materials. */
  @IsId({ optional: true }) material?: string;
  @IsOneOf(TARGET_SOURCES, { optional: true }) source?: (typeof TARGET_SOURCES)[number];
  /** The rules, overrides and populations that counted at this moment. */
  @IsMoment({ optional: true }) asOf?: string;
  /** As it was known at this moment. */
  @IsMoment({ optional: true }) knownAt?: string;
}

export class TargetPageDto {
  items: TargetDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
