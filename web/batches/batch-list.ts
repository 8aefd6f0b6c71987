/** How the list of batches is narrowed, counted and laid out by state. What a batch's state means is said in `batch-life`. */
import { BATCH_STATES, type BatchState } from '../../src/distribution/batch-life.js';

/** The columns of the board: what is cancelled is not on its way to anybody. */
export const BOARD_STATES = ['draft', 'planned', 'packed', 'dispatched', 'closed'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

export interface ListedBatch {
  readonly id: string;
  readonly state: BatchState;
  readonly warehouseId: string;
  readonly mode: string;
  readonly municipalityCodes: readonly string[];
  readonly expectedAt: string | null;
  readonly createdAt: string;
}

export interface BatchFilter {
  readonly state?: string | undefined;
  readonly warehouse?: string | undefined;
  readonly mode?: string | undefined;
  readonly municipality?: string | undefined;
}

/** What fits every condition that is named. */
export function filterBatches<B extends ListedBatch>(
  batches: readonly B[],
  { state, warehouse, mode, municipality }: BatchFilter,
): B[] {
  return batches.filter(
    (batch) =>
      (state === undefined || batch.state === state) &&
      (warehouse === undefined || batch.warehouseId === warehouse) &&
      (mode === undefined || batch.mode === mode) &&
      (municipality === undefined || batch.municipalityCodes.includes(municipality)),
  );
}

/** How many there are in each state; states without any are there with 0. */
export function countStates(batches: readonly ListedBatch[]): Record<BatchState, number> {
  const counts = Object.fromEntries(BATCH_STATES.map((state) => [state, 0])) as Record<
    BatchState,
    number
  >;
  for (const { state } of batches) counts[state] += 1;
  return counts;
}

/** The board: each column's batches, the newest first. */
export function layOutBoard<B extends ListedBatch>(batches: readonly B[]): Record<BoardState, B[]> {
  const newestFirst = [...batches].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return Object.fromEntries(
    BOARD_STATES.map((state) => [state, newestFirst.filter((batch) => batch.state === state)]),
  ) as Record<BoardState, B[]>;
}

/** On its way, and past the day on which it was expected. */
export function isLate(
  { state, expectedAt }: Pick<ListedBatch, 'state' | 'expectedAt'>,
  now: Date,
): boolean {
  return state === 'dispatched' && expectedAt !== null && expectedAt < now.toISOString();
}
