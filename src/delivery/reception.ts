/**
 * The confirmations of one consignment, one after the other. A confirmation that has just come goes through the table; those
 * that were held go through it again, in order of receipt, when the batch leaves or is cancelled, or when the one that
 * they follow has gone through. So sent late, twice or in another order, they come to the same.
 */
import type { BatchState } from '../distribution/batch-life.js';
import type { LineCounters } from '../distribution/consignment-state.js';
import type { Instant } from '../time.js';
import {
  countNewlyRefused,
  decideConfirmation,
  isBeforeDispatch,
  type Assignment,
  type Confirmation,
  type ConfirmedLine,
  type Decision,
  type LineFacts,
} from './confirmation.js';
import { dateDelivery, type DeliveryDate } from './dating.js';
import { drawConfirmed, type Drawn, type LotPieces } from './draw.js';

/** A line with what it still has in transit, by print run, in the order in which they are drawn. */
export interface BookableLine extends LineFacts {
  readonly surplus: number;
  readonly lots: readonly LotPieces[];
}

export interface ConsignmentFacts {
  readonly batchState: BatchState;
  readonly dispatchedAt: Instant | null;
  readonly standing: string | null;
  readonly lines: readonly BookableLine[];
}

export interface Received extends Confirmation {
  readonly id: string;
  readonly assignment: Assignment;
  readonly deviceTime: Instant;
  readonly receivedAt: Instant;
}

/** What a confirmation changes of one line. */
export interface LineBooking {
  readonly materialId: string;
  readonly drawn: readonly Drawn[];
  /** As told, but pieces refused for the second time count once. */
  readonly counted: ConfirmedLine;
}

export interface Outcome {
  readonly id: string;
  readonly decision: Exclude<Decision, { status: 'refused' }>;
  /** Undefined while it is held. */
  readonly date: DeliveryDate | undefined;
  readonly bookings: readonly LineBooking[];
  /** The consignment after it. */
  readonly after: ConsignmentFacts;
}

/**
 * One that has just come, and then the held ones that waited for it.
 *
 * @param held in order of receipt
 * @param heard ids of those that have gone through the table
 * @throws Problem where it is refused
 */
export function receiveConfirmation(
  facts: ConsignmentFacts,
  arrival: Received,
  held: readonly Received[],
  heard: ReadonlySet<string>,
): Outcome[] {
  const first = passThroughTable(facts, arrival, heard, false);
  if (first.decision.status === 'held') return [first];
  return [first, ...settleHeld(first.after, held, new Set([...heard, arrival.id]))];
}

/** Held ones that can go through the table now, each time the first received of them. */
export function settleHeld(
  facts: ConsignmentFacts,
  held: readonly Received[],
  heard: ReadonlySet<string>,
): Outcome[] {
  if (isBeforeDispatch(facts.batchState)) return [];
  const outcomes: Outcome[] = [];
  const decided = new Set(heard);
  const waiting = [...held];
  let present = facts;
  for (;;) {
    const next = waiting.findIndex(({ follows }) => follows === null || decided.has(follows));
    const [confirmation] = next < 0 ? [] : waiting.splice(next, 1);
    if (confirmation === undefined) return outcomes;
    const outcome = passThroughTable(present, confirmation, decided, true);
    decided.add(confirmation.id);
    present = outcome.after;
    outcomes.push(outcome);
  }
}

function passThroughTable(
  facts: ConsignmentFacts,
  confirmation: Received,
  heard: ReadonlySet<string>,
  wasHeld: boolean,
): Outcome {
  const { id, follows } = confirmation;
  const followed = follows === null ? 'none' : heard.has(follows) ? 'here' : 'waiting';
  const decision = decideConfirmation(
    { ...facts, followed, assignment: confirmation.assignment, wasHeld },
    confirmation,
  );
  if (decision.status === 'refused') throw decision.problem;
  if (decision.status === 'held') {
    return { id, decision, date: undefined, bookings: [], after: facts };
  }
  const date = dateDelivery({ ...confirmation, dispatchedAt: facts.dispatchedAt });
  if (decision.status === 'conflict' || !decision.stands) {
    return { id, decision, date, bookings: [], after: facts };
  }
  const { bookings, after } = bookConfirmation(facts, id, confirmation.lines);
  return { id, decision, date, bookings, after };
}

/** Counts and draws what the confirmation says; it has been checked that there is enough. */
export function bookConfirmation(
  facts: ConsignmentFacts,
  confirmationId: string,
  told: readonly ConfirmedLine[],
): { bookings: LineBooking[]; after: ConsignmentFacts } {
  const lines = new Map(facts.lines.map((line) => [line.materialId, line]));
  const bookings = told.map((line) => {
    const before = lines.get(line.materialId)!;
    const counted = { ...line, refused: countNewlyRefused(before, line) };
    const { drawn, left } = drawConfirmed(before.lots, counted);
    lines.set(line.materialId, { ...addCounted(before, counted, 1), lots: left });
    return { materialId: line.materialId, drawn, counted };
  });
  const after = { ...facts, standing: confirmationId, lines: [...lines.values()] };
  return { bookings, after };
}

/** The line with what a confirmation counted added (1) or taken away (-1). */
export function addCounted<Line extends LineCounters & { readonly surplus: number }>(
  line: Line,
  counted: ConfirmedLine,
  sign: 1 | -1,
): Line {
  return {
    ...line,
    delivered: line.delivered + sign * counted.delivered,
    damaged: line.damaged + sign * counted.damaged,
    missing: line.missing + sign * counted.missing,
    refused: line.refused + sign * counted.refused,
    surplus: line.surplus + sign * counted.surplus,
  };
}
