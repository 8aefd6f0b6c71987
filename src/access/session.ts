/**
 * The rule: a session ends 12 hours after it was last used and in any case 30 days after the sign-in. So that reading
 * stays reading, its last use is written down only every few minutes.
 */
import { addTime, type Instant } from '../time.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const SESSION_IDLE_MS = 12 * HOUR_MS;
export const SESSION_LONGEST_MS = 30 * 24 * HOUR_MS;
const USE_NOTED_EVERY_MS = 5 * MINUTE_MS;

/** When a session made at `createdAt` and used at `usedAt` ends, if it is not used again. */
export function endOfSession(createdAt: Instant, usedAt: Instant): Instant {
  const idle = addTime(usedAt, SESSION_IDLE_MS);
  const longest = addTime(createdAt, SESSION_LONGEST_MS);
  return idle < longest ? idle : longest;
}

/** Whether a use at `now` is worth writing down. */
export function isUseWorthNoting(notedAt: Instant | null, now: Instant): boolean {
  return notedAt === null || addTime(notedAt, USE_NOTED_EVERY_MS) <= now;
}
