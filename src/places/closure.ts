/**
 * Closures: days on which points cannot receive (a school break, snow, a strike). Their days, the first and the last
 * included, do not count when silence or lateness is measured. A closure that names a kind of point or a tag concerns only
 * such points; one that names municipalities only what lies in them; one that names nothing, everybody.
 */
import { Problem } from '../problem.js';
import type { Day } from '../time.js';
import { addDays, daysBetween } from '../time.js';
import type { PointKind } from './point-kind.js';

const MAXIMUM_CLOSURE_DAYS = 366;

export interface Closure {
  readonly id: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reason: string;
  readonly pointKind: PointKind | null;
  readonly tag: string | null;
  /** Those named and those of the group named; null: everywhere. */
  readonly municipalityCodes: readonly string[] | null;
}

/** Whose days are counted: a municipality, or a point in it with its kind and tags. */
export interface ClosureSubject {
  readonly municipalityCode: string;
  readonly pointKind?: PointKind;
  readonly tags?: readonly string[];
}

export function concerns(closure: Closure, subject: ClosureSubject): boolean {
  if (closure.pointKind !== null && closure.pointKind !== subject.pointKind) return false;
  if (closure.tag !== null && !(subject.tags ?? []).includes(closure.tag)) return false;
  return closure.municipalityCodes?.includes(subject.municipalityCode) ?? true;
}

/** Days after `from`, up to and including `to`, on which the subject could receive. 0 where `to` is not later. */
export function countOpenDays(
  closures: readonly Closure[],
  subject: ClosureSubject,
  from: Day,
  to: Day,
): number {
  const spans = closures
    .filter(
      (closure) => concerns(closure, subject) && closure.endsOn > from && closure.startsOn <= to,
    )
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  let counted = from;
  let closed = 0;
  for (const span of spans) {
    const last = span.endsOn < to ? span.endsOn : to;
    if (last <= counted) continue;
    const before = addDays(span.startsOn, -1);
    closed += daysBetween(before > counted ? before : counted, last);
    counted = last;
  }
  return Math.max(0, daysBetween(from, to) - closed);
}

/** @throws Problem `rule` where a closure ends before it starts, or is longer than one can be. */
export function refuseSpan(startsOn: Day, endsOn: Day): void {
  const days = daysBetween(startsOn, endsOn);
  if (days >= 0 && days < MAXIMUM_CLOSURE_DAYS) return;
  const message =
    days < 0
      ? {
          en: 'The last day must not be before the first (`startsOn`).',
          sr: 'Poslednji dan ne sme biti pre prvog (`startsOn`).',
        }
      : {
          en: `A closure lasts ${MAXIMUM_CLOSURE_DAYS} days at most. Retire the points that are closed for good.`,
          sr: `Zatvaranje traje najviše ${MAXIMUM_CLOSURE_DAYS} dana. Mesta koja su trajno zatvorena povucite.`,
        };
  throw new Problem('rule', { errors: [{ path: 'endsOn', message }] });
}
