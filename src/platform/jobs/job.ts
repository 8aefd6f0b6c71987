import type { Instant } from '../../time.js';
import type { Transaction } from '../database/transaction.js';
import type { MakeUp } from './due-times.js';

export const RUN_OUTCOMES = ['running', 'succeeded', 'failed'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** The moment that a run is for: it judges the facts as of then, and dates what it makes so. */
export interface RunMoment {
  readonly runId: string;
  readonly dueAt: Instant;
}

export interface RunCounts {
  readonly raised: number;
  readonly kept: number;
  readonly resolved: number;
  readonly escalated: number;
  /** It only says what it would do, and changed nothing. */
  readonly reportOnly: boolean;
}

export const NOTHING_COUNTED: RunCounts = {
  raised: 0,
  kept: 0,
  resolved: 0,
  escalated: 0,
  reportOnly: false,
};

interface Scheduled {
  readonly name: string;
  /** Five fields, or six with seconds first, on the clock of Europe/Belgrade. */
  readonly cron: string;
  readonly makeUp: MakeUp;
}

/** Claims its run and does its work in one unit of work: either both are kept or none. */
export interface ShortJob extends Scheduled {
  readonly kind: 'short';
  readonly run: (tx: Transaction, moment: RunMoment) => Promise<RunCounts>;
}

/**
 * Holds a lease while it works, outside any unit of work. A lease that ran out is taken over as the same run, so the work
 * must bear being done again. The signal is given when the lease was lost: stop then.
 */
export interface LongJob extends Scheduled {
  readonly kind: 'long';
  readonly leaseMs: number;
  readonly run: (moment: RunMoment, signal: AbortSignal) => Promise<RunCounts>;
}

export type Job = ShortJob | LongJob;

/** A run on record. */
export interface JobRun extends RunCounts {
  readonly id: string;
  readonly job: string;
  readonly dueLocal: string | null;
  readonly dueAt: Instant;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome: RunOutcome;
  readonly error: string | null;
  readonly actorId: string | null;
}
