/**
 * Where the pieces of a consignment are, and the one word for it. A line's sent pieces are delivered,
 * damaged, missing, returned, declared lost, or still in transit; refused pieces stay in transit until
 * they are returned. The state is the first that fits: cancelled, pending (not dispatched), delivered
 * (every sent piece), partly delivered (some), in transit (some neither refused nor accounted for),
 * refused (some were), returned (some were), lost (the rest).
 */
import type { BatchState } from './batch-life.js';

export const CONSIGNMENT_STATES = [
  'pending',
  'cancelled',
  'in_transit',
  'delivered',
  'partly_delivered',
  'refused',
  'returned',
  'lost',
] as const;
export type ConsignmentState = (typeof CONSIGNMENT_STATES)[number];

/** The counters of one line, in pieces. `surplus` stands apart: it was never sent. */
export interface LineCounters {
  readonly sent: number;
  readonly delivered: number;
  readonly damaged: number;
  readonly missing: number;
  readonly refused: number;
  readonly returned: number;
  readonly lost: number;
}

export const LINE_COUNTERS = [
  'sent',
  'delivered',
  'damaged',
  'missing',
  'refused',
  'returned',
  'lost',
  'surplus',
] as const;

/** Pieces of a line that are under way: sent, and neither delivered nor otherwise accounted for. */
export function countInTransit(line: LineCounters): number {
  return line.sent - line.delivered - line.damaged - line.missing - line.returned - line.lost;
}

/** Refused pieces that have not come back: what returns is taken from the refused first. */
export function countRefusedPending(line: LineCounters): number {
  return Math.min(countInTransit(line), Math.max(0, line.refused - line.returned));
}

/** Pieces of which nobody has said anything: in transit, and not refused. Losses are taken from these first. */
export function countUnexplained(line: LineCounters): number {
  return countInTransit(line) - countRefusedPending(line);
}

export function stateOfConsignment(
  batchState: BatchState,
  lines: readonly LineCounters[],
): ConsignmentState {
  switch (batchState) {
    case 'cancelled':
      return 'cancelled';
    case 'draft':
    case 'planned':
    case 'packed':
      return 'pending';
    case 'dispatched':
    case 'closed':
      return stateOfSent(lines);
    default:
      return batchState satisfies never;
  }
}

function stateOfSent(lines: readonly LineCounters[]): ConsignmentState {
  if (lines.every((line) => line.delivered === line.sent)) return 'delivered';
  if (lines.some((line) => line.delivered > 0)) return 'partly_delivered';
  if (lines.some((line) => countUnexplained(line) > 0)) return 'in_transit';
  if (lines.some((line) => line.refused > 0)) return 'refused';
  if (lines.some((line) => line.returned > 0)) return 'returned';
  return 'lost';
}
