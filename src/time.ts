import { Problem } from './problem.js';

/**
 * Instants and days. An instant is ISO 8601 in UTC with milliseconds, so that instants compare as text;
 * a day is `YYYY-MM-DD` in Europe/Belgrade, the clock of the campaign.
 */
export type Instant = string;
export type Day = string;

export const ZONE = 'Europe/Belgrade';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A phone's or an office's clock may run ahead of ours by this much; what is dated within it is taken as now. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS;
const EARLIEST: Instant = '2000-01-01T00:00:00.000Z';

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What a clock on the wall in Belgrade shows: `YYYY-MM-DDTHH:MM:SS`. */
export function wallClockOf(instant: Instant): string {
  const parts = Object.fromEntries(
    wallClock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

const dayOfHour = new Map<string, Day>();
const HOURS_KEPT = 10_000;

/** Asked for each of thousands of rows. The day is one throughout an hour of UTC: Belgrade is whole hours ahead of it. */
export function dayOf(instant: Instant): Day {
  const hour = instant.slice(0, 13);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  if (dayOfHour.size >= HOURS_KEPT) dayOfHour.clear();
  const day = wallClockOf(instant).slice(0, 10);
  dayOfHour.set(hour, day);
  return day;
}

/**
 * The instant at which the wall clock in Belgrade shows `local` (`YYYY-MM-DDTHH:MM[:SS]`).
 * A time that summer time skips gives the first moment after the gap; one that it repeats, the first.
 */
export function instantAtWallClock(local: string): Instant {
  const asIfUtc = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`);
  const wanted = new Date(asIfUtc).toISOString().slice(0, 19);
  // Belgrade is one or two hours ahead of UTC: the earlier instant is the one with the larger offset.
  for (const offsetHours of [2, 1]) {
    const candidate = new Date(asIfUtc - offsetHours * 60 * MINUTE_MS).toISOString();
    if (wallClockOf(candidate) === wanted) return candidate;
  }
  return firstMomentAfterGap(asIfUtc);
}

function firstMomentAfterGap(asIfUtc: number): Instant {
  // Inside the gap the clock jumps at 01:00 UTC; the gap is one hour long.
  const hour = 60 * MINUTE_MS;
  return new Date(Math.floor((asIfUtc - hour) / hour) * hour).toISOString();
}

export function startOfDay(day: Day): Instant {
  return instantAtWallClock(`${day}T00:00:00`);
}

/** The last millisecond of the day in Belgrade. */
export function endOfDay(day: Day): Instant {
  return addTime(startOfDay(addDays(day, 1)), -1);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS);
}

export function addTime(instant: Instant, durationMs: number): Instant {
  return new Date(Date.parse(instant) + durationMs).toISOString();
}

/** Whether the text is a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads ISO 8601 with a zone; answers it in UTC with milliseconds, or undefined where it is no instant. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text);
  if (match === null || !isDay(match[1]!)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** `asOf` and its like: a date alone means the end of that day in Belgrade. */
export function parseMoment(text: string): Instant | undefined {
  return isDay(text) ? endOfDay(text) : parseInstant(text);
}

export function momentOf(text: string): Instant {
  const moment = parseMoment(text);
  if (moment !== undefined) return moment;
  throw new Problem('malformed', {
    detail: {
      en: `"${text}" is neither a date (YYYY-MM-DD) nor an instant (2026-03-01T09:00:00Z).`,
      sr: `„${text}“ nije ni datum (GGGG-MM-DD) ni trenutak (2026-03-01T09:00:00Z).`,
    },
  });
}

/**
 * When something happened, as told by somebody's clock: up to five minutes ahead of ours is taken as now,
 * further ahead or before the year 2000 is refused (`date_out_of_range`).
 */
export function takeOccurredAt(told: Instant, now: Instant, path = 'occurredAt'): Instant {
  if (told <= now && told >= EARLIEST) return told;
  if (told > now && told <= addTime(now, CLOCK_TOLERANCE_MS)) return now;
  const message =
    told > now
      ? {
          en: `${told} lies in the future (it is ${now}). Give the moment at which it happened.`,
          sr: `${told} je u budućnosti (sada je ${now}). Navedite trenutak kada se dogodilo.`,
        }
      : {
          en: `${told} is before the year 2000. Give the moment at which it happened.`,
          sr: `${told} je pre 2000. godine. Navedite trenutak kada se dogodilo.`,
        };
  throw new Problem('date_out_of_range', { errors: [{ path, message }] });
}
