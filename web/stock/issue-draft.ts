import type { Holding } from './balances.js';

/** What is being handed over at the door, material by material. */
export type Quantities = Readonly<Record<string, number | string>>;

export interface IssueLine {
  readonly materialId: string;
  readonly quantity: number;
}

/** Where more is asked for than can be given. */
export interface Shortage {
  readonly materialId: string;
  readonly available: number;
  /** On hand and promised to batches: why there is no more, though it lies there. */
  readonly reserved: number;
  /** On hand and blocked or withdrawn. */
  readonly heldBack: number;
}

/** The lines that say something. */
export function readLines(quantities: Quantities): IssueLine[] {
  return Object.entries(quantities).flatMap(([materialId, typed]) => {
    const quantity = Number(typed);
    return quantity > 0 ? [{ materialId, quantity }] : [];
  });
}

/** Stock is never negative: what cannot be given is said before it is sent. */
export function findShortages(
  lines: readonly IssueLine[],
  holdings: readonly Holding[],
): Shortage[] {
  return lines.flatMap(({ materialId, quantity }) => {
    const holding = holdings.find((each) => each.materialId === materialId);
    const { available = 0, reserved = 0, heldBack = 0 } = holding ?? {};
    return quantity > available ? [{ materialId, available, reserved, heldBack }] : [];
  });
}

/** A large pack is opened at the door; of a small one it is given whole. */
const OPENED_FROM = 200;
const HANDFULS = [10, 50, 100];

/** Amounts that one click adds: a handful or two of a large pack, then packs; none that is not there. */
export function quickAmounts(packSize: number, available: number): number[] {
  const handfuls = packSize >= OPENED_FROM ? [50, 100] : HANDFULS.filter((n) => n < packSize / 2);
  const amounts = [...handfuls.slice(-2), packSize, 2 * packSize];
  return [...new Set(amounts)].filter((amount) => amount <= available).slice(0, 3);
}

/** The quantity after a click, never more than is there. */
export function addAmount(typed: number | string | undefined, amount: number, available: number) {
  return Math.min(available, (Number(typed ?? 0) || 0) + amount);
}

interface BookedIssue {
  readonly reversed: boolean;
  readonly lines: readonly IssueLine[];
}

/** What was given out in all, material by material; what was taken back does not count. */
export function sumIssues(issues: readonly BookedIssue[]): IssueLine[] {
  const sums = new Map<string, number>();
  for (const { reversed, lines } of issues)
    if (!reversed)
      for (const { materialId, quantity } of lines)
        sums.set(materialId, (sums.get(materialId) ?? 0) + quantity);
  return [...sums].map(([materialId, quantity]) => ({ materialId, quantity }));
}
