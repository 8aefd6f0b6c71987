/** Closures as one looks at them: what is closed now, what is ahead, what is over. */
import { daysBetween } from '../../src/time.js';

export type ClosureTime = 'now' | 'ahead' | 'past';

interface Span {
  readonly startsOn: string;
  readonly endsOn: string;
}

export function timeOf({ startsOn, endsOn }: Span, today: string): ClosureTime {
  if (endsOn < today) return 'past';
  return startsOn > today ? 'ahead' : 'now';
}

/** What comes soonest first; of what is over, the latest first. */
export function groupClosures<Closure extends Span>(
  closures: readonly Closure[],
  today: string,
): Readonly<Record<ClosureTime, Closure[]>> {
  const groups: Record<ClosureTime, Closure[]> = { now: [], ahead: [], past: [] };
  const sorted = [...closures].sort(
    (a, b) => a.startsOn.localeCompare(b.startsOn) || a.endsOn.localeCompare(b.endsOn),
  );
  for (const closure of sorted) groups[timeOf(closure, today)].push(closure);
  groups.past.reverse();
  return groups;
}

/** The first day and the last included. */
export function countDays({ startsOn, endsOn }: Span): number {
  return daysBetween(startsOn, endsOn) + 1;
}
