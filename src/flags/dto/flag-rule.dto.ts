import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsDay,
  IsDecimal,
  IsFlag,
  IsId,
  IsIntegerIn,
  IsOneOf,
} from '../../platform/http/validation.js';
import { FLAG_KINDS, SEVERITIES, type FlagKind, type Severity } from '../rules.js';

const DAYS = { min: 0, max: 3_650, example: 30 };
const PERCENT = { min: 1, max: 100, example: 50 };
const SHARE = { min: 0, max: 1, example: 0.5 };

/** What a rule looks at; what is left out takes the default of its kind. */
class FlagRuleFigures {
  /** Only this material of the campaign; where absent, print and outdoor together. */
  @IsId({ optional: true, nullable: true }) materialId?: string | null;
  /** Only the municipalities of this place group. */
  @IsId({ optional: true, nullable: true }) groupId?: string | null;
  /** Of every kind but `below_target` and `stock_short`. */
  @IsIntegerIn({ ...DAYS, optional: true }) days?: number;
  /** Of `below_target`: the share of the target, in percent. */
  @IsIntegerIn({ ...PERCENT, optional: true }) percent?: number;
  /** Of `below_target`: due by the end of this day of the campaign. Takes the place of `byShareOfCampaign`. */
  @IsDay({ optional: true, nullable: true }) byDate?: string | null;
  /** Of `below_target`: due when this part of the campaign's time has passed, 0 to 1. */
  @IsDecimal({ ...SHARE, optional: true, nullable: true }) byShareOfCampaign?: number | null;
  @IsOneOf(SEVERITIES, { optional: true }) severity?: Severity;
  /** Days after which a flag that nobody attends to rises in severity; 7 where absent. */
  @IsIntegerIn({ ...DAYS, example: 7, optional: true }) escalateAfterDays?: number;
  /** A rule switched off resolves its flags at the next check. True where absent. */
  @IsFlag({ optional: true }) enabled?: boolean;
}

/** A new flag rule. */
export class CreateFlagRuleDto extends FlagRuleFigures {
  @IsId({ optional: true }) id?: string;
  @IsId() campaignId: string;
  /** What it looks for. */
  @IsOneOf(FLAG_KINDS) kind: FlagKind;
}

/** What changes of a flag rule; what is absent stays. */
export class ChangeFlagRuleDto extends FlagRuleFigures {}

/** What a scheduled check looks for in a campaign. */
export class FlagRuleDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  campaignId: string;
  @ApiProperty({ enum: FLAG_KINDS })
  kind: FlagKind;
  @ApiProperty({ type: String, nullable: true })
  materialId: string | null;
  @ApiProperty({ type: String, nullable: true })
  groupId: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 30 })
  days: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 50 })
  percent: number | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-05-01' })
  byDate: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 0.5 })
  byShareOfCampaign: number | null;
  @ApiProperty({ enum: SEVERITIES })
  severity: Severity;
  /** @example 7 */
  escalateAfterDays: number;
  enabled: boolean;
  /** @example 2026-03-01T09:00:00.000Z */
  createdAt: string;
  /** @example 2026-03-01T09:00:00.000Z */
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

export class FlagRuleQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsOneOf(FLAG_KINDS, { optional: true }) kind?: FlagKind;
  @IsFlag({ optional: true, query: true }) enabled?: boolean;
}

export class FlagRulePageDto {
  items: FlagRuleDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
