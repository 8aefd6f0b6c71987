/**
 * What changed since yesterday: coverage now against the end of yesterday, row by row, and the flags that today raised and
 * resolved. Names stay, so that each figure leads to its rows.
 */
import type { CoverageRow } from '../api/use-coverage.js';
import type { components } from '../api/schema.js';

type Row = Pick<CoverageRow, 'code' | 'state' | 'delivered'>;
type Flag = Pick<components['schemas']['FlagDto'], 'raisedAt' | 'resolvedAt'>;

export interface Changes {
  /** Municipalities that came to be wholly reached. */
  readonly reachedCodes: readonly string[];
  /** Municipalities to which the first piece came, and that are not wholly reached by it. */
  readonly begunCodes: readonly string[];
  /** Municipalities that are in a worse state: a lot was withdrawn, a delivery corrected, a target raised. */
  readonly fallenCodes: readonly string[];
  /** Below zero where more was taken back than came. */
  readonly deliveredPieces: number;
  readonly newFlags: number;
  readonly resolvedFlags: number;
}

const RANKS = { no_target: 0, not_reached: 0, partly_reached: 1, reached: 2 } as const;

export function compareWithYesterday(facts: {
  readonly now: readonly Row[];
  readonly yesterday: readonly Row[];
  readonly flags: readonly Flag[];
  /** The first moment of today. */
  readonly today: string;
}): Changes {
  const before = new Map(facts.yesterday.map((row) => [row.code, row]));
  const pairs = facts.now.flatMap((row) => {
    const former = before.get(row.code);
    return former === undefined ? [] : [{ code: row.code, row, former }];
  });
  const codesWhere = (holds: (from: number, to: number) => boolean): string[] =>
    pairs.filter(({ row, former }) => holds(rankOf(former), rankOf(row))).map(({ code }) => code);
  return {
    reachedCodes: codesWhere((from, to) => to === 2 && from < 2),
    begunCodes: codesWhere((from, to) => to === 1 && from === 0),
    fallenCodes: codesWhere((from, to) => to < from),
    deliveredPieces: sumDelivered(facts.now) - sumDelivered(facts.yesterday),
    newFlags: facts.flags.filter(({ raisedAt }) => raisedAt >= facts.today).length,
    resolvedFlags: facts.flags.filter(
      ({ resolvedAt }) => resolvedAt !== null && resolvedAt >= facts.today,
    ).length,
  };
}

function rankOf({ state }: Row): number {
  return state === null ? 0 : RANKS[state];
}

function sumDelivered(rows: readonly Row[]): number {
  return rows.reduce((pieces, { delivered }) => pieces + delivered, 0);
}
