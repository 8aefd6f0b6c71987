import type { Instant } from '../time.js';

/**
 * What coverage means. A municipality's material has a target T and what was delivered D against it:
 * `no_target` (T = 0, whatever was delivered), `not_reached` (D = 0), `partly_reached` (0 < D < T), `reached` (D ≥ T).
 * Over several materials a municipality is reached when each target is met and not reached when nothing at all was
 * delivered; an area is reached when every unit with a target is, and not reached when nothing was delivered in any.
 * No word is not zero: a unit without figures has zeros, never a gap.
 */
export type CoverageState = 'no_target' | 'not_reached' | 'partly_reached' | 'reached';
export const COVERAGE_STATES = ['no_target', 'not_reached', 'partly_reached', 'reached'] as const;

/** What comes next for a place that is not reached; the first that fits. */
export type Outlook = 'silent' | 'in_transit' | 'planned' | 'nothing';
export const OUTLOOKS = ['silent', 'in_transit', 'planned', 'nothing'] as const;

/** Pieces of one municipality and material (or sums of such). */
export interface Figures {
  readonly target: number;
  /** Reserved; a draft is not. */
  readonly planned: number;
  /** Refused pieces are part of it until they are returned. */
  readonly inTransit: number;
  /** Of `inTransit`: refused, waiting for their way back. */
  readonly refusedPending: number;
  /** Of `inTransit`: past the expected arrival, and no word. */
  readonly silent: number;
  /** With hand-outs and issues, without withdrawn lots. */
  readonly delivered: number;
  readonly deliveredSince: number;
  /** Delivered once, of lots that must not be used any more. */
  readonly withdrawn: number;
  readonly damaged: number;
  readonly lost: number;
  readonly firstDeliveredAt: Instant | null;
  readonly lastDeliveredAt: Instant | null;
}

export const NO_FIGURES: Figures = {
  target: 0,
  planned: 0,
  inTransit: 0,
  refusedPending: 0,
  silent: 0,
  delivered: 0,
  deliveredSince: 0,
  withdrawn: 0,
  damaged: 0,
  lost: 0,
  firstDeliveredAt: null,
  lastDeliveredAt: null,
};

/** One municipality, its materials' figures added up and judged together. */
export interface UnitCoverage extends Figures {
  /** Σ min(D, T): what counts towards the share, so that a surplus never hides a lack. */
  readonly met: number;
  readonly state: CoverageState;
  readonly outlook: Outlook | null;
  readonly share: number | null;
}

/** A unit with its inhabitants, as an area's sums need it. */
export interface PopulatedUnit extends UnitCoverage {
  readonly population: number;
}

/** A district, region, country or group. */
export interface AreaCoverage extends UnitCoverage {
  readonly population: number;
  /** 0 to 1, of all its municipalities, with a target or without. */
  readonly municipalitiesReachedShare: number;
  readonly populationReachedShare: number;
}

export function stateOfCell({
  target,
  delivered,
}: Pick<Figures, 'target' | 'delivered'>): CoverageState {
  if (target === 0) return 'no_target';
  if (delivered === 0) return 'not_reached';
  return delivered < target ? 'partly_reached' : 'reached';
}

/** The state of several things looked at together: a unit's materials, or an area's units. */
function stateTogether(parts: readonly CoverageState[], delivered: number): CoverageState {
  const aimedAt = parts.filter((state) => state !== 'no_target');
  if (aimedAt.length === 0) return 'no_target';
  if (aimedAt.every((state) => state === 'reached')) return 'reached';
  return delivered === 0 ? 'not_reached' : 'partly_reached';
}

/** Null for a place where something arrived, or where nothing should: only the unreached have an outlook. */
export function outlookOf(
  state: CoverageState,
  figures: Pick<Figures, 'planned' | 'inTransit' | 'refusedPending' | 'silent'>,
): Outlook | null {
  if (state !== 'not_reached') return null;
  if (figures.silent > 0) return 'silent';
  if (awaitedOf(figures) > 0) return 'in_transit';
  return figures.planned > 0 ? 'planned' : 'nothing';
}

/** In transit and still expected to arrive: refused pieces only wait for their return. */
export function awaitedOf(figures: Pick<Figures, 'inTransit' | 'refusedPending'>): number {
  return Math.max(0, figures.inTransit - figures.refusedPending);
}

/** What is still to be sent: T − D − I (without refused) − P, never below zero. */
export function needOf(
  figures: Pick<Figures, 'target' | 'delivered' | 'inTransit' | 'refusedPending' | 'planned'>,
): number {
  return Math.max(0, figures.target - figures.delivered - awaitedOf(figures) - figures.planned);
}

export function addFigures(a: Figures, b: Figures): Figures {
  return {
    target: a.target + b.target,
    planned: a.planned + b.planned,
    inTransit: a.inTransit + b.inTransit,
    refusedPending: a.refusedPending + b.refusedPending,
    silent: a.silent + b.silent,
    delivered: a.delivered + b.delivered,
    deliveredSince: a.deliveredSince + b.deliveredSince,
    withdrawn: a.withdrawn + b.withdrawn,
    damaged: a.damaged + b.damaged,
    lost: a.lost + b.lost,
    firstDeliveredAt: pickEarlier(a.firstDeliveredAt, b.firstDeliveredAt),
    lastDeliveredAt: pickLater(a.lastDeliveredAt, b.lastDeliveredAt),
  };
}

/** Judges one municipality by the figures of its materials; none at all is a place without a target. */
export function coverUnit(cells: readonly Figures[]): UnitCoverage {
  const sum = cells.reduce(addFigures, NO_FIGURES);
  const met = cells.reduce((pieces, cell) => pieces + Math.min(cell.delivered, cell.target), 0);
  return judge(sum, met, cells.map(stateOfCell));
}

/** Rolls units up to a district, region, country or group. */
export function coverArea(units: readonly PopulatedUnit[]): AreaCoverage {
  const sum = units.reduce<Figures>(addFigures, NO_FIGURES);
  const met = units.reduce((pieces, unit) => pieces + unit.met, 0);
  const states = units.map((unit) => unit.state);
  const reached = units.filter((unit) => unit.state === 'reached');
  const population = sumPopulation(units);
  return {
    ...judge(sum, met, states),
    population,
    municipalitiesReachedShare: units.length === 0 ? 0 : reached.length / units.length,
    populationReachedShare: population === 0 ? 0 : sumPopulation(reached) / population,
  };
}

export interface StateCounts {
  total: number;
  reached: number;
  partlyReached: number;
  notReached: number;
  noTarget: number;
}

const COUNTER: Record<CoverageState, Exclude<keyof StateCounts, 'total'>> = {
  reached: 'reached',
  partly_reached: 'partlyReached',
  not_reached: 'notReached',
  no_target: 'noTarget',
};

/** Adds up `weight` (1 to count municipalities, inhabitants to count people) per state. */
export function countByState<T extends { readonly state: CoverageState }>(
  units: readonly T[],
  weight: (unit: T) => number,
): StateCounts {
  const counts: StateCounts = {
    total: 0,
    reached: 0,
    partlyReached: 0,
    notReached: 0,
    noTarget: 0,
  };
  for (const unit of units) {
    counts.total += weight(unit);
    counts[COUNTER[unit.state]] += weight(unit);
  }
  return counts;
}

function judge(sum: Figures, met: number, states: readonly CoverageState[]): UnitCoverage {
  const state = stateTogether(states, sum.delivered);
  return {
    ...sum,
    met,
    state,
    outlook: outlookOf(state, sum),
    share: sum.target === 0 ? null : met / sum.target,
  };
}

function sumPopulation(units: readonly PopulatedUnit[]): number {
  return units.reduce((people, unit) => people + unit.population, 0);
}

export function pickEarlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

export function pickLater(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
