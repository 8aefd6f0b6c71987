/**
 * Where each municipality stands, in one word: its coverage, and where nothing came yet, what comes next. Each stands in
 * exactly one place, so that the line of words, the legend, the table and the key figures always add up to the same.
 */
import type { CoverageRow } from '../api/use-coverage.js';

/** What needs a hand first comes first. */
export const STANDINGS = [
  'nothing',
  'silent',
  'planned',
  'inTransit',
  'partly',
  'reached',
  'noTarget',
] as const;
export type Standing = (typeof STANDINGS)[number];

type Figures = Pick<
  CoverageRow,
  'state' | 'outlook' | 'share' | 'target' | 'delivered' | 'inTransit' | 'lost' | 'population'
>;

const STATE_STANDINGS = {
  reached: 'reached',
  partly_reached: 'partly',
  no_target: 'noTarget',
} as const;
const OUTLOOK_STANDINGS = {
  silent: 'silent',
  in_transit: 'inTransit',
  planned: 'planned',
  nothing: 'nothing',
} as const;

export function standingOf({ state, outlook }: Pick<CoverageRow, 'state' | 'outlook'>): Standing {
  if (state === 'not_reached') return OUTLOOK_STANDINGS[outlook ?? 'nothing'];
  return STATE_STANDINGS[state ?? 'no_target'];
}

export function countStandings(
  rows: readonly Pick<CoverageRow, 'state' | 'outlook'>[],
): Record<Standing, number> {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<
    Standing,
    number
  >;
  for (const row of rows) counts[standingOf(row)] += 1;
  return counts;
}

/** Pieces that came and count towards the target: a surplus of one material never hides the lack of another. */
function countMet({ share, target }: Pick<CoverageRow, 'share' | 'target'>): number {
  return share === null || target === null ? 0 : Math.round(share * target);
}

/** Pieces of the target that have not been delivered. */
export function countLacking(row: Pick<CoverageRow, 'share' | 'target'>): number {
  return (row.target ?? 0) - countMet(row);
}

const BEYOND_ANY_TARGET = 1e9;

/** What a list is ordered by: who needs a hand first, and among these who lacks most. */
export function rankNeed(row: Figures): number {
  return (
    STANDINGS.indexOf(standingOf(row)) * BEYOND_ANY_TARGET -
    Math.min(countLacking(row), BEYOND_ANY_TARGET - 1)
  );
}

interface Counts {
  readonly total: number;
  readonly reached: number;
  readonly partlyReached: number;
  readonly notReached: number;
  readonly noTarget: number;
}

export interface Totals {
  readonly municipalities: Counts;
  readonly population: Counts;
  readonly target: number;
  readonly delivered: number;
  readonly inTransit: number;
  readonly lost: number;
  readonly lacking: number;
  /** Null where nothing has a target. */
  readonly share: number | null;
}

/** What all rows are together: the same sums as the service's summary, from the rows that the map and the table show. */
export function sumRows(rows: readonly Figures[]): Totals {
  const sum = (figureOf: (row: Figures) => number): number =>
    rows.reduce((total, row) => total + figureOf(row), 0);
  const target = sum((row) => row.target ?? 0);
  return {
    municipalities: countByState(rows, () => 1),
    population: countByState(rows, ({ population }) => population),
    target,
    delivered: sum(({ delivered }) => delivered),
    inTransit: sum(({ inTransit }) => inTransit),
    lost: sum(({ lost }) => lost),
    lacking: sum(countLacking),
    share: target === 0 ? null : sum(countMet) / target,
  };
}

function countByState(rows: readonly Figures[], weight: (row: Figures) => number): Counts {
  const of = (...states: readonly Figures['state'][]): number =>
    rows
      .filter(({ state }) => states.includes(state))
      .reduce((total, row) => total + weight(row), 0);
  return {
    total: rows.reduce((total, row) => total + weight(row), 0),
    reached: of('reached'),
    partlyReached: of('partly_reached'),
    notReached: of('not_reached'),
    noTarget: of('no_target', null),
  };
}
