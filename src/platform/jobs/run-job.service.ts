import { Injectable } from '@nestjs/common';
import { Problem } from '../../problem.js';
import { takeOccurredAt } from '../../time.js';
import { Clock } from '../clock/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.service.js';
import { ManualRuns, type ManualRun, type RunJobCommand } from './manual-runs.service.js';
import type { JobRun, LongJob, ShortJob } from './job.js';

export interface RanJob {
  /** Whether this call made the run, or repeated an earlier one. */
  readonly first: boolean;
  readonly run: JobRun;
}

/** Runs a job by hand, beside its schedule. */
@Injectable()
export class RunJob {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly runs: ManualRuns,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A run that fails is answered as such, with its error.
   *
   * @throws Problem `not_found` for a name that no job has, `date_out_of_range` for the future.
   */
  async run(name: string, command: RunJobCommand): Promise<RanJob> {
    const job = this.registry.require(name);
    const now = this.clock.now();
    const dueAt = command.asOf === undefined ? now : takeOccurredAt(command.asOf, now, 'asOf');
    const run = { ...command, job: name, dueAt };
    return job.kind === 'short' ? this.runShort(job, run) : this.runLong(job, run);
  }

  private async runShort(job: ShortJob, run: ManualRun): Promise<RanJob> {
    const startedAt = this.clock.now();
    try {
      return await this.unitOfWork.run(`job ${job.name} by hand`, async (tx) => {
        const { id, first } = await this.runs.open(tx, run);
        if (first) {
          const counts = await job.run(tx, { runId: id, dueAt: run.dueAt });
          await this.runs.finish(tx, id, counts);
        }
        return { first, run: await this.runs.require(tx, id) };
      });
    } catch (error) {
      if (error instanceof Problem) throw error;
      const failed = await this.unitOfWork.run('record failure', (tx) =>
        this.runs.recordFailure(tx, run, startedAt, error),
      );
      return { first: true, run: failed };
    }
  }

  private async runLong(job: LongJob, run: ManualRun): Promise<RanJob> {
    const { id, first } = await this.unitOfWork.run(`claim job ${job.name} by hand`, (tx) =>
      this.runs.open(tx, run, job.leaseMs),
    );
    if (first) await this.runner.workUnderLease(job, { runId: id, dueAt: run.dueAt });
    const ran = await this.unitOfWork.run('read run', (tx) => this.runs.require(tx, id));
    return { first, run: ran };
  }
}
