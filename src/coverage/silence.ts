import { type Closure, type ClosureSubject, countOpenDays } from '../places/closure.js';
import { addDays, dayOf, type Instant } from '../time.js';

/**
 * Silence: a consignment in transit past its expected arrival, of which nobody has said anything. Days of a closure
 * that holds for its point (a school break, snow, a strike) do not count: on those nobody could have said a word.
 */
export interface AwaitedConsignment {
  readonly expectedAt: Instant | null;
  /** One of its confirmations stands. */
  readonly hasWord: boolean;
  readonly point: ClosureSubject;
}

export function isSilent(
  { expectedAt, hasWord, point }: AwaitedConsignment,
  at: Instant,
  closures: readonly Closure[],
): boolean {
  if (hasWord || expectedAt === null || at <= expectedAt) return false;
  // The expected day itself counts: past its hour, and open, somebody should have spoken.
  return countOpenDays(closures, point, addDays(dayOf(expectedAt), -1), dayOf(at)) > 0;
}
