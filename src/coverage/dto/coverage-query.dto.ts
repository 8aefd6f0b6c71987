import { MATERIAL_KINDS, type MaterialKind } from '../../materials/material.js';
import { POINT_KINDS, type PointKind } from '../../places/point-kind.js';
import { MAXIMUM_LIMIT, PageQuery } from '../../platform/http/page.js';
import { IsId, IsIntegerIn, IsMoment, IsOneOf, IsText } from '../../platform/http/validation.js';
import { COVERAGE_LEVELS, type CoverageLevel } from '../coverage-table.js';
import { COVERAGE_STATES, type CoverageState } from '../coverage.js';

const CODE = { max: 10, optional: true };

/** What part of a campaign is looked at. */
class CoverageScopeQuery {
  /** Id of the campaign. */
  @IsId()
  campaign: string;

  /** Id of a material; where neither it nor `kind` is given, print and outdoor are looked at. */
  @IsId({ optional: true })
  material?: string;

  /** Materials of one kind. */
  @IsOneOf(MATERIAL_KINDS, { optional: true })
  kind?: MaterialKind;

  /** Id of a place group: only its municipalities. */
  @IsId({ optional: true })
  group?: string;

  /** @example RS121 */
  @IsText(CODE)
  district?: string;

  /** @example RS12 */
  @IsText(CODE)
  region?: string;

  /** As of this moment: what is dated at or before it. A date alone means the end of that day in Belgrade. */
  @IsMoment({ optional: true })
  asOf?: string;
}

/** What is asked of coverage at every level. */
export class CoverageFiguresQuery extends CoverageScopeQuery {
  /** Name of a funder: pieces of the print runs that it pays for, wholly or a share. Target, state, outlook and share are null then. */
  @IsText({ max: 200, optional: true })
  funder?: string;

  /** Id of a print run. Target, state, outlook and share are null then. */
  @IsId({ optional: true })
  lot?: string;

  /**
   * As it was known then: what was recorded at or before this date or instant, or up to this sequence number, which an earlier
   * answer named.
   * @example 2026-03-01
   */
  @IsText({ max: 40, optional: true })
  knownAt?: string;

  /**
   * A period's first moment: `deliveredSince` counts what was delivered since. A date alone means the start of that day.
   * @example 2026-03-01
   */
  @IsText({ max: 40, optional: true })
  from?: string;

  /** Counts delivery points of this kind: `points`. */
  @IsOneOf(POINT_KINDS, { optional: true })
  pointKind?: PointKind;

  /** Counts delivery points with this tag: `points`. */
  @IsText({ max: 100, optional: true })
  tag?: string;
}

const COVERAGE_SORTS = ['name', '-name', 'share', '-share', 'population', '-population'] as const;
export type CoverageSort = (typeof COVERAGE_SORTS)[number];

export class CoverageQuery extends CoverageFiguresQuery {
  /**
   * Rows in one answer; all of them (up to 500) where absent.
   * @example 161
   */
  @IsIntegerIn({ min: 1, max: MAXIMUM_LIMIT, optional: true, query: true })
  limit?: number;

  /** `nextCursor` of the page before. */
  @IsText({ max: 2000, optional: true })
  cursor?: string;

  /** `municipality` where absent. */
  @IsOneOf(COVERAGE_LEVELS, { optional: true })
  level?: CoverageLevel;

  /** Only rows in this state. */
  @IsOneOf(COVERAGE_STATES, { optional: true })
  state?: CoverageState;

  /** `name` where absent, in the order of the Serbian alphabet; what has no share comes last. */
  @IsOneOf(COVERAGE_SORTS, { optional: true })
  sort?: CoverageSort;
}

export const POINT_STATES = ['reached', 'not_reached'] as const;
export type PointState = (typeof POINT_STATES)[number];

export class DistributionListQuery extends PageQuery {
  /** Id of the campaign. */
  @IsId()
  campaign: string;

  /** @example 70432 */
  @IsText(CODE)
  municipality?: string;

  /** @example RS121 */
  @IsText(CODE)
  district?: string;

  /** @example RS12 */
  @IsText(CODE)
  region?: string;

  /** Id of a place group: only points in its municipalities. */
  @IsId({ optional: true })
  group?: string;

  /** Kind of delivery point. */
  @IsOneOf(POINT_KINDS, { optional: true })
  kind?: PointKind;

  /** Tag of delivery points. */
  @IsText({ max: 100, optional: true })
  tag?: string;

  /** Id of a material; print and outdoor where absent. */
  @IsId({ optional: true })
  material?: string;

  /** Name of a funder: pieces of its print runs. */
  @IsText({ max: 200, optional: true })
  funder?: string;

  /** Id of a print run. */
  @IsId({ optional: true })
  lot?: string;

  /**
   * What was delivered since; a date alone means the start of that day.
   * @example 2026-03-01
   */
  @IsText({ max: 40, optional: true })
  from?: string;

  /** As of this moment; a date alone means the end of that day in Belgrade. */
  @IsMoment({ optional: true })
  asOf?: string;

  /** Only points that got something, or that did not. */
  @IsOneOf(POINT_STATES, { optional: true })
  state?: PointState;
}

export class TimelineQuery extends CoverageScopeQuery {
  /** Name of a funder: pieces of its print runs; share and states are null then. */
  @IsText({ max: 200, optional: true })
  funder?: string;

  /** Id of a print run. */
  @IsId({ optional: true })
  lot?: string;
}
