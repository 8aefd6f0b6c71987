import type { Instant } from '../time.js';
import type { Resolution } from './flag-life.js';
import type { Severity } from './rules.js';

/** A flag's history: every step of its life, by whom and when, so that nobody has to remember. */
export const FLAG_EVENT_KINDS = [
  'raised',
  'acknowledged',
  'assigned',
  'escalated',
  'resolved',
  'reopened',
  'cause_gone',
] as const;
export type FlagEventKind = (typeof FLAG_EVENT_KINDS)[number];

/** What the step said. */
export interface FlagEventTold {
  readonly note?: string;
  readonly until?: Instant;
  readonly reason?: string;
  readonly assigneeId?: string;
  readonly severity?: Severity;
  readonly resolution?: Resolution;
}
