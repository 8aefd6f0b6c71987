import type { CoverageRow } from '../api/use-coverage.js';

/**
 * What stands beneath the rows of the table. Pieces add up; the share is what counted towards targets over all targets
 * (`share × target` of a row is what counted), so that a surplus here never hides a lack there.
 */
export type Summed = Pick<
  CoverageRow,
  'target' | 'delivered' | 'inTransit' | 'planned' | 'population' | 'share' | 'lastDeliveredAt'
> & { readonly deliveredSince: number; readonly fundedPieces: number };

export type SummedRow = Omit<Summed, 'deliveredSince' | 'fundedPieces'> &
  Partial<Pick<Summed, 'deliveredSince' | 'fundedPieces'>>;

export function sumRows(rows: readonly SummedRow[]): Summed {
  const add = (figure: (row: SummedRow) => number | undefined): number =>
    rows.reduce((sum, row) => sum + (figure(row) ?? 0), 0);
  const isMeasured = rows.some(({ target }) => target !== null);
  const target = isMeasured ? add((row) => row.target ?? 0) : null;
  const met = add((row) => (row.share ?? 0) * (row.target ?? 0));
  return {
    target,
    delivered: add((row) => row.delivered),
    deliveredSince: add((row) => row.deliveredSince),
    fundedPieces: add((row) => row.fundedPieces),
    inTransit: add((row) => row.inTransit),
    planned: add((row) => row.planned),
    population: add((row) => row.population),
    share: target === null || target === 0 ? null : met / target,
    lastDeliveredAt: rows
      .map((row) => row.lastDeliveredAt)
      .reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null),
  };
}

/** Of municipalities, and of the people who live in them: which share is reached. Null without any. */
export function shareReached(units: readonly Pick<CoverageRow, 'state' | 'population'>[]): {
  municipalities: number | null;
  population: number | null;
} {
  const reached = units.filter(({ state }) => state === 'reached');
  const people = (rows: readonly { population: number }[]): number =>
    rows.reduce((sum, { population }) => sum + population, 0);
  return {
    municipalities: units.length === 0 ? null : reached.length / units.length,
    population: people(units) === 0 ? null : people(reached) / people(units),
  };
}

/** What is different of a place between two answers: pieces delivered, and the later state where it is another. */
export interface Change {
  readonly delivered: number;
  readonly state: CoverageRow['state'];
}

type Compared = Pick<CoverageRow, 'code' | 'delivered' | 'state'>;

/** By the place's code; what did not change is left out. */
export function compareRows(
  then: readonly Compared[],
  later: readonly Compared[],
): Map<string, Change> {
  const before = new Map(then.map((row) => [row.code, row]));
  return new Map(
    later.flatMap((row): [string, Change][] => {
      const former = before.get(row.code);
      if (former === undefined) return [];
      const delivered = row.delivered - former.delivered;
      const state = row.state === former.state ? null : row.state;
      return delivered === 0 && state === null ? [] : [[row.code, { delivered, state }]];
    }),
  );
}

const STATE_RANKS = { not_reached: 0, partly_reached: 1, reached: 2, no_target: 3 } as const;
const OUTLOOK_RANKS = { nothing: 0, silent: 1, planned: 2, in_transit: 3 } as const;

/** What needs somebody most comes first: nothing there and nothing on its way, then silence; what has no target last. */
export function rankState({
  state,
  outlook,
}: Pick<CoverageRow, 'state' | 'outlook'>): number | null {
  if (state === null) return null;
  return STATE_RANKS[state] * 10 + (outlook === null ? 9 : OUTLOOK_RANKS[outlook]);
}
