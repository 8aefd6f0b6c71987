import { ApiProperty } from '@nestjs/swagger';
import { POPULATION_STATUSES, type PopulationStatus } from '../../places/register.js';
import { COVERAGE_LEVELS, type CoverageLevel } from '../coverage-table.js';
import { COVERAGE_STATES, type CoverageState, type Outlook, OUTLOOKS } from '../coverage.js';

const STATE = { enum: COVERAGE_STATES, nullable: true };
const OUTLOOK = { enum: OUTLOOKS, nullable: true };

/** How many delivery points there are, how many of them got something, how many nothing. */
export class PointCountsDto {
  /** @example 12 */
  total: number;
  /** @example 9 */
  reached: number;
  /** @example 3 */
  notReached: number;
}

/** Figures of one municipality, district, region or the country. Quantities are pieces. */
export class CoverageRowDto {
  /** @example 70017 */
  code: string;
  /** @example Aleksandrovac */
  name: string;
  /** Where the answer is about one material. */
  materialId?: string;
  /** @example 216 */
  target: number | null;
  /** Reserved for batches that have not left yet. */
  planned: number;
  /** Refused pieces are part of it until they are returned. */
  inTransit: number;
  /** Of `inTransit`: refused, on their way back. */
  refused: number;
  /** Handed over, issued and handed out; without withdrawn print runs. */
  delivered: number;
  /** Of `delivered`: since `from`, where that was asked. */
  deliveredSince?: number;
  /** For a funder: `delivered`, each piece counted by the funder's share of its print run. */
  fundedPieces?: number;
  /** Delivered once, of print runs that were withdrawn since. */
  withdrawn: number;
  damaged: number;
  lost: number;
  /** @example 2026-03-02T09:00:00.000Z */
  firstDeliveredAt: string | null;
  /** @example 2026-03-20T09:00:00.000Z */
  lastDeliveredAt: string | null;
  @ApiProperty(STATE)
  state: CoverageState | null;
  /** What comes next for a place that is not reached. */
  @ApiProperty(OUTLOOK)
  outlook: Outlook | null;
  /** Σ min(delivered, target) ÷ Σ target, 0 to 1; null without a target. */
  share: number | null;
  /** @example 22069 */
  population: number;
  /** As sure as the least sure of its municipalities. */
  @ApiProperty({ enum: POPULATION_STATUSES })
  populationStatus: PopulationStatus;
  /** Above the municipality: 0 to 1, of all its municipalities. */
  municipalitiesReachedShare?: number | null;
  /** Above the municipality: the share of its population that lives in reached ones. */
  populationReachedShare?: number | null;
  /** Where `pointKind` or `tag` is given. */
  points?: PointCountsDto;
}

/** A municipality whose population was not seen in a source: figures about people that rest on it are as sure as it is. */
export class UnverifiedPopulationDto {
  /** @example 70017 */
  code: string;
  /** @example Aleksandrovac */
  name: string;
  population: number;
}

/** The place group that the figures are for. */
export class CoverageGroupDto {
  id: string;
  name: string;
  source: string;
  validOn: string;
}

export class LotShareDto {
  /** @example European Union */
  funder: string;
  /** @example 60 */
  percent: number;
}

/** A print run that was looked at, and the funder's percent of it. */
export class CoverageLotDto {
  lotId: string;
  lotNumber: string;
  materialId: string;
  withdrawnAt: string | null;
  funding: LotShareDto[];
}

/** What figures rest on. */
export class CoverageBasisDto {
  campaignId: string;
  /** The last movement that the figures rest on; give it as `knownAt` to draw them again. */
  sequence: number;
  /** What was recorded up to then is in the figures. */
  knownAt: string;
  /** What is dated up to then is in the figures. */
  asOf: string;
  group: CoverageGroupDto | null;
  /** Where a funder or a print run was asked for: what was looked at. */
  lots: CoverageLotDto[] | null;
  unverifiedPopulations: UnverifiedPopulationDto[];
}

export class CoveragePageDto extends CoverageBasisDto {
  @ApiProperty({ enum: COVERAGE_LEVELS })
  level: CoverageLevel;
  items: CoverageRowDto[];
  nextCursor: string | null;
  total: number;
}

/** Municipalities, or people, by state; null for a funder or a print run. */
export class StateCountsDto {
  /** @example 161 */
  total: number;
  reached: number | null;
  partlyReached: number | null;
  notReached: number | null;
  noTarget: number | null;
}

export class PieceSumsDto {
  target: number | null;
  delivered: number;
  deliveredSince?: number;
  inTransit: number;
  refused: number;
  planned: number;
  /** In warehouses, of the campaign's print runs; not bound to a place. */
  onHand: number;
  withdrawn: number;
  damaged: number;
  lost: number;
}

export class KindCountsDto extends PointCountsDto {
  /** @example school */
  kind: string;
}

export class TagCountsDto extends PointCountsDto {
  /** @example secondary */
  tag: string;
}

/** Delivery points by kind and by tag. */
export class PointSummaryDto extends PointCountsDto {
  kinds: KindCountsDto[];
  tags: TagCountsDto[];
}

export class CoverageSummaryDto extends CoverageBasisDto {
  @ApiProperty(STATE)
  state: CoverageState | null;
  @ApiProperty(OUTLOOK)
  outlook: Outlook | null;
  share: number | null;
  municipalities: StateCountsDto;
  population: StateCountsDto;
  pieces: PieceSumsDto;
  firstDeliveredAt: string | null;
  lastDeliveredAt: string | null;
  points: PointSummaryDto;
}

export class TimelineStatesDto {
  total: number;
  reached: number;
  partlyReached: number;
  notReached: number;
  noTarget: number;
}

/** One ISO week, Monday to Sunday in Belgrade. */
export class TimelineWeekDto {
  /** @example 2026-W10 */
  week: string;
  startsOn: string;
  endsOn: string;
  dispatched: number;
  delivered: number;
  damaged: number;
  lost: number;
  /** From the campaign's first piece to the end of the week. */
  deliveredTotal: number;
  withdrawnTotal: number;
  share: number | null;
  /** By their state at the end of the week; null for a funder or a print run. */
  municipalities: TimelineStatesDto | null;
}

export class CoverageTimelineDto {
  campaignId: string;
  sequence: number;
  knownAt: string;
  asOf: string;
  items: TimelineWeekDto[];
  nextCursor: string | null;
  total: number;
}
