import assert from 'node:assert';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../time.js';
import { Once } from '../database/once.js';
import type { Transaction } from '../database/transaction.js';
import { newId } from '../ids/ids.js';
import { JobRuns, type NewRun } from './job-runs.service.js';
import type { JobRun, RunCounts } from './job.js';

export interface RunJobCommand {
  /** Of the run that it makes. */
  readonly id?: string | undefined;
  /** The moment to judge; now where absent. */
  readonly asOf?: Instant | undefined;
  /** Absent: somebody at the machine, whom the command line does not know. */
  readonly actorId?: string | undefined;
}

export interface ManualRun extends RunJobCommand {
  readonly job: string;
  readonly dueAt: Instant;
}

/** Who claims a command that nobody signed in for. */
const COMMAND_LINE = 'command-line';

/** Runs by hand on record: each is known by the id of its command, not by a due time. */
@Injectable()
export class ManualRuns {
  constructor(
    private readonly runs: JobRuns,
    private readonly once: Once,
  ) {}

  async open(
    tx: Transaction,
    run: ManualRun,
    leaseMs?: number,
  ): Promise<{ id: string; first: boolean }> {
    const { id, first } = await this.once.claim(tx, {
      id: run.id,
      kind: 'job run',
      content: { job: run.job, asOf: run.asOf },
      actorId: run.actorId ?? COMMAND_LINE,
    });
    if (first) await this.runs.claim(tx, rowOf(id, run), leaseMs);
    return { id, first };
  }

  async finish(tx: Transaction, runId: string, counts: RunCounts): Promise<void> {
    const ended = await this.runs.finish(tx, runId, counts);
    assert(ended, 'a run that was begun in this unit of work is ours');
  }

  /** The id of its command stays free for another attempt, so the failed run is on record under one of its own. */
  async recordFailure(
    tx: Transaction,
    run: ManualRun,
    startedAt: Instant,
    error: unknown,
  ): Promise<JobRun> {
    const id = newId();
    await this.runs.recordFailure(tx, rowOf(id, run), startedAt, error);
    return this.require(tx, id);
  }

  async require(tx: Transaction, runId: string): Promise<JobRun> {
    const run = await this.runs.find(tx, runId);
    assert(run !== undefined, 'a run that was claimed is on record');
    return run;
  }
}

function rowOf(id: string, { job, dueAt, actorId }: ManualRun): NewRun {
  return { id, job, dueAt, actorId: actorId ?? null, dueLocal: null };
}
