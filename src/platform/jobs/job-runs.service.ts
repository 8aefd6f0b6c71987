import { Injectable } from '@nestjs/common';
import { addTime, type Instant } from '../../time.js';
import { Clock } from '../clock/clock.js';
import { sql, type Sql } from '../database/sql.js';
import type { Reader, Transaction } from '../database/transaction.js';
import { readPage, type Page } from '../http/page.js';
import { newId } from '../ids/ids.js';
import { NOTHING_COUNTED, type JobRun, type RunCounts } from './job.js';

export interface NewRun {
  readonly id: string;
  readonly job: string;
  /** Null for a run by hand: such are not known by their time. */
  readonly dueLocal: string | null;
  readonly dueAt: Instant;
  readonly actorId: string | null;
}

/** What a job has behind it: since when it is scheduled and the last due time on record. */
export interface Progress {
  readonly since: Instant;
  readonly lastLocal: string | undefined;
}

const MAXIMUM_ERROR_LENGTH = 2_000;

const COLUMNS = sql.raw(`r.id, r.job, r.due_local AS "dueLocal", r.due_at AS "dueAt",
  r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.outcome, r.raised, r.kept,
  r.resolved, r.escalated, r.report_only AS "reportOnly", r.error, r.actor_id AS "actorId"`);

/** The record of runs. Writing the row of a due run claims it: one instance succeeds. */
@Injectable()
export class JobRuns {
  /** This instance, among those that share the database. */
  private readonly owner = newId();

  constructor(private readonly clock: Clock) {}

  /** Whether this instance got the run. On PostgreSQL waits for another that is claiming the same one. */
  async claim(tx: Transaction, run: NewRun, leaseMs?: number): Promise<boolean> {
    const now = this.clock.now();
    const row = {
      ...rowOf(run),
      started_at: now,
      finished_at: null,
      outcome: 'running',
      ...columnsOf(NOTHING_COUNTED),
      error: null,
      owner: this.owner,
      lease_until: leaseMs === undefined ? null : addTime(now, leaseMs),
    };
    const claimed = await tx.insert('job_run', [row], sql`ON CONFLICT (job, due_local) DO NOTHING`);
    return claimed === 1;
  }

  /** Puts a run that failed on record, where no other instance has meanwhile run it. */
  async recordFailure(
    tx: Transaction,
    run: NewRun,
    startedAt: Instant,
    error: unknown,
  ): Promise<void> {
    const row = {
      ...rowOf(run),
      started_at: startedAt,
      finished_at: this.clock.now(),
      outcome: 'failed',
      ...columnsOf(NOTHING_COUNTED),
      error: describeError(error),
      owner: this.owner,
      lease_until: null,
    };
    await tx.insert('job_run', [row], sql`ON CONFLICT (job, due_local) DO NOTHING`);
  }

  /** Ends a run that this instance holds. False: the lease ran out, and another has taken it over. */
  async finish(
    tx: Transaction,
    runId: string,
    result: RunCounts | { error: unknown },
  ): Promise<boolean> {
    const failed = 'error' in result;
    const counts = failed ? NOTHING_COUNTED : result;
    const ended = await tx.execute(
      sql`UPDATE job_run SET outcome = ${failed ? 'failed' : 'succeeded'}, finished_at = ${this.clock.now()},
          raised = ${counts.raised}, kept = ${counts.kept}, resolved = ${counts.resolved},
          escalated = ${counts.escalated}, report_only = ${counts.reportOnly},
          error = ${failed ? describeError(result.error) : null}, lease_until = NULL
        WHERE id = ${runId} AND owner = ${this.owner} AND outcome = 'running'`,
    );
    return ended === 1;
  }

  /** Holds a run for longer. False: the lease was lost. */
  async extendLease(tx: Transaction, runId: string, leaseMs: number): Promise<boolean> {
    const extended = await tx.execute(
      sql`UPDATE job_run SET lease_until = ${addTime(this.clock.now(), leaseMs)}
        WHERE id = ${runId} AND owner = ${this.owner} AND outcome = 'running'`,
    );
    return extended === 1;
  }

  /** Takes over a run whose lease ran out; the run stays the same. False: somebody else was faster. */
  async takeOver(tx: Transaction, runId: string, leaseMs: number): Promise<boolean> {
    const now = this.clock.now();
    const taken = await tx.execute(
      sql`UPDATE job_run SET owner = ${this.owner}, lease_until = ${addTime(now, leaseMs)}
        WHERE id = ${runId} AND outcome = 'running' AND lease_until < ${now}`,
    );
    return taken === 1;
  }

  async listLeasesRunOut(reader: Reader): Promise<JobRun[]> {
    return this.select(
      reader,
      sql`WHERE r.outcome = 'running' AND r.lease_until < ${this.clock.now()} ORDER BY r.due_at, r.id`,
    );
  }

  /** From now on what is due and not run is missed; what was due before never is. */
  async beginSchedule(tx: Transaction, jobs: readonly string[]): Promise<void> {
    const since = this.clock.now();
    const rows = jobs.map((job) => ({ job, since }));
    await tx.insert('job_schedule', rows, sql`ON CONFLICT (job) DO NOTHING`);
  }

  async progress(reader: Reader): Promise<Map<string, Progress>> {
    const rows = await reader.query<{ job: string; since: Instant; lastLocal: string | null }>(
      sql`SELECT s.job, s.since, (SELECT MAX(r.due_local) FROM job_run r WHERE r.job = s.job) AS "lastLocal"
        FROM job_schedule s`,
    );
    return new Map(
      rows.map(({ job, since, lastLocal }) => [job, { since, lastLocal: lastLocal ?? undefined }]),
    );
  }

  async find(reader: Reader, runId: string): Promise<JobRun | undefined> {
    return (await this.select(reader, sql`WHERE r.id = ${runId}`))[0];
  }

  /** The latest run of each job that has one, by when it was begun. */
  async lastOfEach(reader: Reader): Promise<Map<string, JobRun>> {
    const runs = await this.select(
      reader,
      sql`WHERE NOT EXISTS (SELECT 1 FROM job_run n WHERE n.job = r.job
        AND (n.started_at > r.started_at OR (n.started_at = r.started_at AND n.id > r.id)))`,
    );
    return new Map(runs.map((run) => [run.job, run]));
  }

  /** Runs of one job, the latest begun first. */
  page(
    reader: Reader,
    job: string,
    query: { limit?: number; cursor?: string },
  ): Promise<Page<JobRun>> {
    return readPage<JobRun>(reader, {
      select: COLUMNS,
      from: sql`job_run r`,
      where: [sql`r.job = ${job}`],
      order: [
        { column: 'startedAt', direction: 'desc' },
        { column: 'id', direction: 'desc' },
      ],
      limit: query.limit,
      cursor: query.cursor,
      map: readRun,
    });
  }

  private async select(reader: Reader, where: Sql): Promise<JobRun[]> {
    return (await reader.query<JobRun>(sql`SELECT ${COLUMNS} FROM job_run r ${where}`)).map(
      readRun,
    );
  }
}

function rowOf(run: NewRun): Record<string, unknown> {
  return {
    id: run.id,
    job: run.job,
    due_local: run.dueLocal,
    due_at: run.dueAt,
    actor_id: run.actorId,
  };
}

function columnsOf({ reportOnly, ...counts }: RunCounts): Record<string, unknown> {
  return { ...counts, report_only: reportOnly };
}

function readRun(row: JobRun): JobRun {
  return { ...row, reportOnly: Boolean(row.reportOnly) };
}

function describeError(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, MAXIMUM_ERROR_LENGTH);
}
