import { Problem } from '../problem.js';
import { isDay, type Day, type Instant, momentOf, startOfDay } from '../time.js';

/**
 * As of a moment, and as it was known then. `asOf` counts what is dated at or before it, `knownAt` what was recorded
 * at or before it; a date alone means the end of that day in Belgrade. `knownAt` also takes the sequence number of the
 * movement chain that an earlier answer named.
 */
export type KnownAt =
  | { readonly kind: 'instant'; readonly instant: Instant }
  | { readonly kind: 'sequence'; readonly sequence: number };

/** Nothing is dated before the year 2000, so whatever is asked before it is answered by the day before; databases differ further back. */
const BEFORE_ALL: Instant = '1999-12-31T00:00:00.000Z';

export function clampMoment(moment: Instant): Instant {
  return moment < BEFORE_ALL ? BEFORE_ALL : moment;
}

const SEQUENCE = /^\d{1,15}$/;

export function parseKnownAt(text: string): KnownAt {
  if (SEQUENCE.test(text)) return { kind: 'sequence', sequence: Number(text) };
  return { kind: 'instant', instant: clampMoment(momentOf(text)) };
}

/** The first moment of a period: a date alone means the start of that day in Belgrade. */
export function parsePeriodStart(text: string): Instant {
  return clampMoment(isDay(text) ? startOfDay(text satisfies Day) : momentOf(text));
}

/** A sequence that the chain has not reached yet names nothing that could have been known. */
export function requireSequence(sequence: number, head: number): void {
  if (sequence <= head) return;
  throw new Problem('date_out_of_range', {
    errors: [
      {
        path: 'knownAt',
        message: {
          en: `Movement ${sequence} is not recorded yet; the last one is ${head}.`,
          sr: `Kretanje ${sequence} još nije upisano; poslednje je ${head}.`,
        },
      },
    ],
  });
}
