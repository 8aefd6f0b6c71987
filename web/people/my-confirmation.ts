/** A volunteer's word on a consignment while it is filled in, line by line. */
import type { ConfirmedLine } from '../../src/delivery/confirmation.js';
import { countPieces } from '../../src/delivery/confirmation.js';
import { countInTransit, type LineCounters } from '../../src/distribution/consignment-state.js';

export type Figure = 'delivered' | 'damaged' | 'missing' | 'refused' | 'surplus';
export const FIGURES = ['delivered', 'damaged', 'missing', 'refused', 'surplus'] as const;

interface Line extends LineCounters {
  readonly materialId: string;
}

/** Everything that is on its way was taken in good condition: what is nearly always so. */
export function tellAllFine(lines: readonly Line[]): ConfirmedLine[] {
  return lines.map((line) => ({
    materialId: line.materialId,
    delivered: countInTransit(line),
    damaged: 0,
    missing: 0,
    refused: 0,
    surplus: 0,
  }));
}

/** Another figure of one line; no number is 0. */
export function tellFigure(
  told: readonly ConfirmedLine[],
  materialId: string,
  figure: Figure,
  typed: string | number,
): ConfirmedLine[] {
  const pieces = Math.max(0, Math.trunc(Number(typed)) || 0);
  return told.map((line) =>
    line.materialId === materialId ? { ...line, [figure]: pieces } : line,
  );
}

/** Pieces that the word on a line leaves unexplained; negative: more than is on its way. */
export function countLeft(line: Line, told: ConfirmedLine): number {
  return countInTransit(line) - countPieces(told);
}

/** Whether it says anything, and of no line more than is on its way. */
export function isTellable(lines: readonly Line[], told: readonly ConfirmedLine[]): boolean {
  const fits = told.every((each) => {
    const line = lines.find(({ materialId }) => materialId === each.materialId);
    return line !== undefined && countLeft(line, each) >= 0;
  });
  return fits && told.some((each) => countPieces(each) + each.surplus > 0);
}

/** Consignments in the order of what is to be done with them. */
export type Turn = 'open' | 'waiting' | 'done';

export function turnOf(consignment: {
  readonly state: string;
  readonly lines: readonly LineCounters[];
}): Turn {
  if (consignment.state === 'pending') return 'waiting';
  return consignment.lines.some((line) => countInTransit(line) > 0) ? 'open' : 'done';
}

/** Those expected first come first, those without a date last. */
export function sortByExpected<Row extends { readonly expectedAt: string | null }>(
  rows: readonly Row[],
): Row[] {
  return [...rows].sort((a, b) => {
    if (a.expectedAt === null || b.expectedAt === null)
      return Number(a.expectedAt === null) - Number(b.expectedAt === null);
    return a.expectedAt.localeCompare(b.expectedAt);
  });
}
