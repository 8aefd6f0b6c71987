import { concerns } from '../places/closure.js';
import { addDays, daysBetween, type Day } from '../time.js';
import type { FlagFacts } from './facts.js';

/**
 * Days of a closure do not count for what waits. A municipality is closed on a day when none of its points can receive:
 * a school break closes it where schools are all there is. One without points is closed when a closure for all holds.
 *
 * @returns days after `from`, up to and including `to`, on which at least one point of the municipality could receive.
 */
export function countOpenDaysOfMunicipality(
  facts: Pick<FlagFacts, 'closures' | 'pointsIn'>,
  municipalityCode: string,
  from: Day,
  to: Day,
): number {
  const near = facts.closures.filter((each) => each.endsOn > from && each.startsOn <= to);
  const whole = Math.max(0, daysBetween(from, to));
  if (near.length === 0) return whole;
  const points = facts.pointsIn.get(municipalityCode) ?? [{}];
  const closuresOf = points.map((point) =>
    near.filter((closure) => concerns(closure, { municipalityCode, ...point })),
  );
  if (closuresOf.some((closures) => closures.length === 0)) return whole;
  let open = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const isClosed = closuresOf.every((closures) =>
      closures.some((closure) => closure.startsOn <= day && day <= closure.endsOn),
    );
    if (!isClosed) open += 1;
  }
  return open;
}
