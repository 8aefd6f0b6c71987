import { type AreaCoverage, coverArea, type PopulatedUnit } from './coverage.js';

/**
 * The table of coverage at a level. Every district, region or the country that holds one of the municipalities asked for has a
 * row, and a municipality is in exactly one row of each level, so the totals of all levels agree.
 */
export const COVERAGE_LEVELS = ['municipality', 'district', 'region', 'country'] as const;
export type CoverageLevel = (typeof COVERAGE_LEVELS)[number];

export const COUNTRY_CODE = 'RS';

export interface LevelUnit extends PopulatedUnit {
  readonly code: string;
  readonly districtCode: string;
  readonly regionCode: string;
}

export interface AreaRow<U extends LevelUnit> {
  readonly code: string;
  readonly coverage: AreaCoverage;
  readonly units: readonly U[];
}

function areaCodeOf(unit: LevelUnit, level: CoverageLevel): string {
  switch (level) {
    case 'municipality':
      return unit.code;
    case 'district':
      return unit.districtCode;
    case 'region':
      return unit.regionCode;
    case 'country':
      return COUNTRY_CODE;
    default:
      return level satisfies never;
  }
}

/** Rows in the order in which their first municipality comes. */
export function rollUp<U extends LevelUnit>(
  units: readonly U[],
  level: CoverageLevel,
): AreaRow<U>[] {
  const areas = new Map<string, U[]>();
  for (const unit of units) {
    const code = areaCodeOf(unit, level);
    const area = areas.get(code);
    if (area === undefined) areas.set(code, [unit]);
    else area.push(unit);
  }
  return [...areas].map(([code, own]) => ({ code, units: own, coverage: coverArea(own) }));
}

/** How sure the population of an area is: as sure as the least sure of its municipalities. */
export function leastSure(
  statuses: readonly ('sourced' | 'derived' | 'unverified')[],
): 'sourced' | 'derived' | 'unverified' {
  if (statuses.includes('unverified')) return 'unverified';
  return statuses.includes('derived') ? 'derived' : 'sourced';
}
