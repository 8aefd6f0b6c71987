import { dayOf, type Instant, instantAtWallClock } from '../../src/time.js';

/**
 * The moment of what happened on a day: today, this very moment; of an earlier day nobody knows the hour, so noon in
 * Belgrade.
 */
export function momentOn(day: string, now: Instant): Instant {
  return day === '' || day === dayOf(now) ? now : instantAtWallClock(`${day}T12:00:00`);
}

/** What lies ahead has not happened yet. */
export function isAhead(day: string, now: Instant): boolean {
  return day > dayOf(now);
}
