import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Instant } from '../../time.js';
import { Clock } from '../clock/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { newId } from '../ids/ids.js';
import { LOGGER } from '../logging/logger.js';
import { JobRegistry, type RegisteredJob } from './job-registry.js';
import { JobRuns, type NewRun, type Progress } from './job-runs.service.js';
import type { LongJob, RunMoment, ShortJob } from './job.js';
import { listDue, MAKE_UP_AT_MOST } from './due-times.js';

interface DueRun {
  readonly job: RegisteredJob;
  readonly run: NewRun;
}

/**
 * Runs what is due, oldest first, each once among all instances that share the database. What was due while the service was
 * down is due still: that is all there is to making it up.
 */
@Injectable()
export class JobRunner {
  private underWay: Promise<void> = Promise.resolve();
  private waiting = 0;
  private stopped = false;

  constructor(
    private readonly registry: JobRegistry,
    private readonly runs: JobRuns,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Begins the schedule of jobs that are new here: a first start makes up no history. */
  async beginSchedule(): Promise<void> {
    const names = this.registry.all().map(({ name }) => name);
    await this.unitOfWork.run('begin schedule', (tx) => this.runs.beginSchedule(tx, names));
  }

  /** Runs all that is due by now. Calls follow each other; more than one waiting would find nothing left to do. */
  runDue(): Promise<void> {
    if (this.waiting > 0) return this.underWay;
    this.waiting += 1;
    this.underWay = this.underWay.then(async () => {
      this.waiting -= 1;
      await this.runAllDue().catch((error: unknown) => {
        this.logger.error({ err: error }, 'scheduled jobs could not be looked through');
      });
    });
    return this.underWay;
  }

  /** Begins no further run; resolves when the one under way is done. What is left is made up at the next start. */
  stop(): Promise<void> {
    this.stopped = true;
    return this.underWay;
  }

  private async runAllDue(): Promise<void> {
    if (this.stopped) return;
    await this.takeOverRunsLeftBehind();
    for (const { job, run } of await this.listDueRuns()) {
      if (this.stopped) return;
      await (job.kind === 'short' ? this.runShort(job, run) : this.startLong(job, run));
    }
  }

  private async listDueRuns(): Promise<DueRun[]> {
    // From the write side: a replica may not know yet what another instance has run.
    const progress = await this.unitOfWork.run('read progress', (tx) => this.runs.progress(tx));
    const now = this.clock.now();
    return this.registry
      .all()
      .flatMap((job) => listDueOf(job, progress.get(job.name), now))
      .sort((a, b) => (a.run.dueAt < b.run.dueAt ? -1 : a.run.dueAt > b.run.dueAt ? 1 : 0));
  }

  /** Claims and works in one unit: whoever loses the claim waits for the winner and then does nothing. */
  private async runShort(job: ShortJob, run: NewRun): Promise<void> {
    const startedAt = this.clock.now();
    try {
      await this.unitOfWork.run(`job ${job.name}`, async (tx) => {
        if (!(await this.runs.claim(tx, run))) return;
        const counts = await job.run(tx, momentOf(run));
        await this.runs.finish(tx, run.id, counts);
      });
    } catch (error) {
      this.logger.error({ err: error, job: job.name, dueAt: run.dueAt }, 'scheduled job failed');
      await this.unitOfWork.run('record failure', (tx) =>
        this.runs.recordFailure(tx, run, startedAt, error),
      );
    }
  }

  private async startLong(job: LongJob, run: NewRun): Promise<void> {
    const claimed = await this.unitOfWork.run('claim job', (tx) =>
      this.runs.claim(tx, run, job.leaseMs),
    );
    if (claimed) await this.workUnderLease(job, momentOf(run));
  }

  private async takeOverRunsLeftBehind(): Promise<void> {
    const left = await this.unitOfWork.run('read leases', (tx) => this.runs.listLeasesRunOut(tx));
    for (const { id, job: name, dueAt } of left) {
      const job = this.registry.all().find((each) => each.name === name);
      if (job?.kind !== 'long') continue;
      const taken = await this.unitOfWork.run('take over job', (tx) =>
        this.runs.takeOver(tx, id, job.leaseMs),
      );
      if (taken) await this.workUnderLease(job, { runId: id, dueAt });
    }
  }

  /** Works while this instance holds the lease, which is extended well before it runs out. */
  async workUnderLease(job: LongJob, moment: RunMoment): Promise<void> {
    const { runId } = moment;
    const lost = new AbortController();
    const extend = async (): Promise<void> => {
      const held = await this.unitOfWork.run('extend lease', (tx) =>
        this.runs.extendLease(tx, runId, job.leaseMs),
      );
      if (!held) lost.abort();
    };
    const timer = setInterval(() => void extend().catch(() => undefined), job.leaseMs / 3);
    try {
      const counts = await job.run(moment, lost.signal);
      await this.unitOfWork.run('finish job', (tx) => this.runs.finish(tx, runId, counts));
    } catch (error) {
      this.logger.error({ err: error, job: job.name, dueAt: moment.dueAt }, 'scheduled job failed');
      await this.unitOfWork.run('fail job', (tx) => this.runs.finish(tx, runId, { error }));
    } finally {
      clearInterval(timer);
    }
  }
}

function listDueOf(job: RegisteredJob, progress: Progress | undefined, now: Instant): DueRun[] {
  if (progress === undefined) return [];
  const due = listDue(job.fields, {
    after: progress.since,
    afterLocal: progress.lastLocal,
    until: now,
    atMost: MAKE_UP_AT_MOST[job.makeUp],
  });
  return due.map(({ local, at }) => ({
    job,
    run: { id: newId(), job: job.name, dueLocal: local, dueAt: at, actorId: null },
  }));
}

function momentOf(run: NewRun): RunMoment {
  return { runId: run.id, dueAt: run.dueAt };
}
