import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsDay,
  IsId,
  IsOneOf,
  IsText,
  IsWithoutRepetition,
} from '../../platform/http/validation.js';
import { POINT_KINDS, type PointKind } from '../point-kind.js';
import { COVERAGE_UNITS } from '../register.js';

export class CreateClosureDto {
  /** Made by the client, so that the same request can be sent again; made by the server where absent. */
  @IsId({ optional: true })
  id?: string;

  /**
   * The first day.
   * @example '2026-12-31'
   */
  @IsDay()
  startsOn: string;

  /**
   * The last day.
   * @example '2027-01-18'
   */
  @IsDay()
  endsOn: string;

  /** @example 'Winter break' */
  @IsText({ max: 300 })
  reason: string;

  /** Only points of this kind; all where absent. */
  @IsOneOf(POINT_KINDS, { optional: true, nullable: true })
  pointKind?: PointKind | null;

  /** Only points with this tag; all where absent. */
  @IsText({ max: 60, optional: true, nullable: true })
  tag?: string | null;

  /** Only in these; with a group, in its municipalities as well; everywhere where both are absent. */
  @IsText({ max: 10, each: true, optional: true, nullable: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(COVERAGE_UNITS)
  @IsWithoutRepetition()
  municipalityCodes?: string[] | null;

  /** Id of a place group. */
  @IsId({ optional: true, nullable: true })
  groupId?: string | null;
}

/** Only what changes; null empties a field that may be empty. */
export class ChangeClosureDto extends PartialType(OmitType(CreateClosureDto, ['id']), {
  skipNullProperties: false,
}) {}

export const CLOSURE_SORTS = ['startsOn', '-startsOn'] as const;
export type ClosureSort = (typeof CLOSURE_SORTS)[number];

export class ClosureQuery extends PageQuery {
  /** Finds reasons, blind to diacritics and script. */
  @IsText({ max: 200, min: 0, optional: true })
  q?: string;

  /** Only those of which a day is this day or later. */
  @IsDay({ optional: true })
  from?: string;

  /** Only those of which a day is this day or earlier. */
  @IsDay({ optional: true })
  to?: string;

  /** `startsOn` where absent. */
  @IsOneOf(CLOSURE_SORTS, { optional: true })
  sort?: ClosureSort;
}

export class ClosureDto {
  id: string;
  startsOn: string;
  endsOn: string;
  reason: string;
  pointKind: PointKind | null;
  tag: string | null;
  municipalityCodes: string[] | null;
  groupId: string | null;
  /** Also the ETag. */
  version: number;
  createdAt: string;
  changedAt: string;
}

export class ClosurePageDto {
  items: ClosureDto[];
  nextCursor: string | null;
  total: number;
}
