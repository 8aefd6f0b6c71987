/**
 * The story of a batch, oldest first: what happened to it, and by days what was said and found of its consignments. Made of what
 * the service tells: the batch's dates, its confirmations, its discrepancies, and the movements that its commands booked.
 */
import { dayOf, type Day, type Instant } from '../../src/time.js';

interface BatchDates {
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly plannedAt: Instant | null;
  readonly packedAt: Instant | null;
  readonly dispatchedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly cancelledAt: Instant | null;
}

export interface Word {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly occurredAt: Instant | null;
}

interface Finding {
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
}

/** Commands that book on a batch that has left, and on what. */
export const BOOKING_CAUSES = [
  'correction',
  'preference',
  'return',
  'loss',
  'resolution',
  'close',
] as const;
export type BookingCause = (typeof BOOKING_CAUSES)[number];

export interface Booked {
  readonly cause: { readonly kind: string; readonly id: string };
  readonly quantity: number;
  readonly consignmentId?: string;
  readonly actorId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly reverses?: string;
}

export type Event<W extends Word> =
  | { readonly kind: 'made'; readonly at: Instant; readonly actorId: string }
  | {
      readonly kind: 'planned' | 'packed' | 'dispatched' | 'closed' | 'cancelled';
      readonly at: Instant;
      readonly actorId?: string;
    }
  | {
      readonly kind: 'words';
      readonly at: Instant;
      readonly day: Day;
      readonly words: readonly W[];
      readonly opened: number;
      readonly closed: number;
    }
  | {
      readonly kind: 'booked';
      readonly at: Instant;
      readonly cause: BookingCause;
      readonly causeId: string;
      readonly actorId: string;
      /** What was booked anew; reversals are not counted. */
      readonly pieces: number;
      readonly consignmentIds: readonly string[];
    };

interface Sources<W extends Word> {
  readonly batch: BatchDates;
  readonly words: readonly W[];
  readonly findings: readonly Finding[];
  readonly booked: readonly Booked[];
}

export function tellStory<W extends Word>(sources: Sources<W>): Event<W>[] {
  const { batch, booked } = sources;
  const dispatcher = booked.find(({ cause }) => cause.kind === 'dispatch')?.actorId;
  const steps: Event<W>[] = [{ kind: 'made', at: batch.createdAt, actorId: batch.createdBy }];
  if (batch.plannedAt !== null) steps.push({ kind: 'planned', at: batch.plannedAt });
  if (batch.packedAt !== null) steps.push({ kind: 'packed', at: batch.packedAt });
  if (batch.dispatchedAt !== null) {
    steps.push({
      kind: 'dispatched',
      at: batch.dispatchedAt,
      ...(dispatcher === undefined ? {} : { actorId: dispatcher }),
    });
  }
  const ends: Event<W>[] = [];
  if (batch.closedAt !== null) ends.push({ kind: 'closed', at: batch.closedAt });
  if (batch.cancelledAt !== null) ends.push({ kind: 'cancelled', at: batch.cancelledAt });
  const between = [...groupByDay(sources), ...groupByCause<W>(booked)];
  return [...steps, ...between, ...ends]
    .map((event, order) => ({ event, order }))
    .sort((a, b) => compareTexts(a.event.at, b.event.at) || a.order - b.order)
    .map(({ event }) => event);
}

function groupByDay<W extends Word>({ words, findings }: Sources<W>): Event<W>[] {
  const days = new Map<Day, { words: W[]; opened: number; closed: number; at: Instant }>();
  const of = (at: Instant) => {
    const day = dayOf(at);
    const known = days.get(day) ?? { words: [], opened: 0, closed: 0, at };
    days.set(day, known);
    if (at < known.at) known.at = at;
    return known;
  };
  for (const word of words) of(word.occurredAt ?? word.receivedAt).words.push(word);
  for (const { openedAt, closedAt } of findings) {
    of(openedAt).opened += 1;
    if (closedAt !== null) of(closedAt).closed += 1;
  }
  return [...days].map(([day, each]) => ({ kind: 'words', day, ...each }));
}

function groupByCause<W extends Word>(booked: readonly Booked[]): Event<W>[] {
  const causes = new Map<string, Booked[]>();
  for (const movement of booked) {
    if (!isBookingCause(movement.cause.kind)) continue;
    const known = causes.get(movement.cause.id);
    if (known === undefined) causes.set(movement.cause.id, [movement]);
    else known.push(movement);
  }
  return [...causes].map(([causeId, movements]) => {
    const { cause, actorId, recordedAt } = movements[0]!;
    const consignmentIds = movements.flatMap((each) => each.consignmentId ?? []);
    return {
      kind: 'booked',
      // Reversals bear the date of what they reverse; the command is of the moment in which it was given.
      at: recordedAt,
      cause: cause.kind as BookingCause,
      causeId,
      actorId,
      pieces: movements
        .filter(({ reverses }) => reverses === undefined)
        .reduce((sum, { quantity }) => sum + quantity, 0),
      consignmentIds: [...new Set(consignmentIds)],
    };
  });
}

function isBookingCause(kind: string): kind is BookingCause {
  return (BOOKING_CAUSES as readonly string[]).includes(kind);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
