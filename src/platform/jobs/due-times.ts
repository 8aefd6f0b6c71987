import {
  addDays,
  addTime,
  dayOf,
  instantAtWallClock,
  wallClockOf,
  type Day,
  type Instant,
} from '../../time.js';
import { fitsDay, type CronFields } from './cron.js';

/**
 * When a job is due. A run is known by its job and local due time: a time that the clock in Belgrade skips is due at
 * the first moment after, one that it repeats is due once, the first. Of runs that were missed while the service was
 * down only the latest few are made up, oldest first.
 */
export interface Due {
  /** What the clock on the wall shows: `YYYY-MM-DDTHH:MM:SS`, unique for a job, ascending with the instants. */
  readonly local: string;
  readonly at: Instant;
}

export interface DueWindow {
  /** Due after this moment … */
  readonly after: Instant;
  /** … and after this local time, where one is known to have been run: two local times may be due at one moment. */
  readonly afterLocal?: string | undefined;
  readonly until: Instant;
  /** Only the latest so many. */
  readonly atMost: number;
}

const HOUR_MS = 60 * 60_000;
/** The rarest expression that ever comes, the 29th of February, comes within eight years. */
const HORIZON_DAYS = 8 * 366;

/** The due times within the window, oldest first. Walks back from its end, so that a long downtime costs no more than a short one. */
export function listDue(fields: CronFields, window: DueWindow): Due[] {
  const due: Due[] = [];
  // In the hour that comes twice the wall clock may stand before a time that was already due.
  const latestLocal = wallClockOf(addTime(window.until, HOUR_MS));
  const firstDay = dayOf(window.after);
  for (let day = latestLocal.slice(0, 10); day >= firstDay; day = addDays(day, -1)) {
    if (!fitsDay(fields, day)) continue;
    for (const local of localTimesOf(fields, day, 'descending')) {
      if (local > latestLocal) continue;
      const at = instantAtWallClock(local);
      if (at > window.until) continue;
      const done = window.afterLocal !== undefined && local <= window.afterLocal;
      if (done || at <= window.after || due.length >= window.atMost) return due.reverse();
      due.push({ local, at });
    }
  }
  return due.reverse();
}

/** The next `count` due times after a moment; fewer where the expression never comes (30 February). */
export function nextDue(fields: CronFields, after: Instant, count: number): Due[] {
  const due: Due[] = [];
  const firstDay = dayOf(after);
  for (let offset = 0; offset <= HORIZON_DAYS && due.length < count; offset += 1) {
    const day = addDays(firstDay, offset);
    if (!fitsDay(fields, day)) continue;
    for (const local of localTimesOf(fields, day, 'ascending')) {
      const at = instantAtWallClock(local);
      if (at > after) due.push({ local, at });
      if (due.length >= count) break;
    }
  }
  return due;
}

function* localTimesOf(
  fields: CronFields,
  day: Day,
  order: 'ascending' | 'descending',
): Generator<string> {
  const inOrder = (values: readonly number[]): number[] =>
    order === 'ascending' ? [...values] : [...values].reverse();
  const seconds = inOrder(fields.second);
  const minutes = inOrder(fields.minute);
  for (const hour of inOrder(fields.hour)) {
    for (const minute of minutes) {
      for (const second of seconds) yield `${day}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
    }
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** What is made up of missed runs: each coverage check, at most the last 60; of other jobs the latest. */
export type MakeUp = 'each' | 'latest';
export const MAKE_UP_AT_MOST: Readonly<Record<MakeUp, number>> = { each: 60, latest: 1 };
