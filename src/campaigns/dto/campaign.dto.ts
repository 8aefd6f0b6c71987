import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsDay,
  IsId,
  IsListOf,
  IsOneOf,
  IsText,
  IsWithoutRepetition,
} from '../../platform/http/validation.js';
import { CAMPAIGN_STATES, type CampaignState } from '../campaign-life.js';

const NAME = { max: 200, example: 'STOP Trafficking in Children' };
const FUNDERS = { max: 50 };
/** What a person may set; `closing` follows from the end, `closed` from closing. */
const SETTABLE_STATES = ['draft', 'active'] as const;
type SettableState = (typeof SETTABLE_STATES)[number];

/** Who pays, wholly or a share. */
export class FunderDto {
  @IsText({ max: 200, example: 'European Union' }) name: string;
}

/** A new campaign. */
export class CreateCampaignDto {
  @IsId({ optional: true }) id?: string;
  @IsText(NAME) name: string;
  @IsDay() startsOn: string;
  /** The last day, not before the first. */
  @IsDay() endsOn: string;
  /** Each known by its name within the campaign. */
  @IsListOf(() => FunderDto, FUNDERS) funders: FunderDto[];
  /** What the campaign distributes, in the order in which it is listed. */
  @IsWithoutRepetition()
  @IsId({ each: true })
  materialIds: string[];
  /** `active` where absent. */
  @IsOneOf(SETTABLE_STATES, { optional: true }) state?: SettableState;
}

/** What changes of a campaign; what is absent stays, a list that is given replaces the former one. */
export class ChangeCampaignDto {
  @IsText({ ...NAME, optional: true }) name?: string;
  @IsDay({ optional: true }) startsOn?: string;
  @IsDay({ optional: true }) endsOn?: string;
  @IsListOf(() => FunderDto, { ...FUNDERS, optional: true }) funders?: FunderDto[];
  @IsWithoutRepetition()
  @IsId({ each: true, optional: true })
  materialIds?: string[];
  /** A draft becomes `active`. */
  @IsOneOf(SETTABLE_STATES, { optional: true }) state?: SettableState;
}

/** What is being told to whom, from when to when, paid by which funders. */
export class CampaignDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example STOP Trafficking in Children */
  name: string;
  /** @example 2026-03-01 */
  startsOn: string;
  /** @example 2026-06-30 */
  endsOn: string;
  funders: FunderDto[];
  materialIds: string[];
  /** After its last day an active campaign is `closing`. */
  @ApiProperty({ enum: CAMPAIGN_STATES })
  state: CampaignState;
  /** @example 2026-03-01T09:00:00.000Z */
  createdAt: string;
  /** @example 2026-03-01T09:00:00.000Z */
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

export class CampaignQuery extends PageQuery {
  /** Searches the name, without regard to diacritics or script. */
  @IsText({ max: 200, optional: true }) q?: string;
  @IsOneOf(CAMPAIGN_STATES, { optional: true }) state?: CampaignState;
}

export class CampaignPageDto {
  items: CampaignDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
