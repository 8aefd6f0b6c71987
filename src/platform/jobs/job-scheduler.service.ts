import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { ZONE } from '../../time.js';
import { Settings } from '../config/settings.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.service.js';

/** Looks for what the clock of a job's own missed: a change of summer time, a lease that ran out, a failed connection. */
const SWEEP_CRON = '* * * * *';

/**
 * Wakes the runner: at boot, so that missed runs are made up, by each job's cron expression, and once a minute. What is due
 * is decided by `due-times.ts` alone, so a wake-up too many does nothing and one too few is made up by the next.
 */
@Injectable()
export class JobScheduler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly settings: Settings,
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly scheduler: SchedulerRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.schedules) return;
    await this.runner.beginSchedule();
    for (const { name, cron } of this.registry.all()) this.wake(name, cron);
    this.wake('sweep', SWEEP_CRON);
    // Not awaited: the service answers while it makes up what it missed.
    void this.runner.runDue();
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const job of this.scheduler.getCronJobs().values()) await job.stop();
    await this.runner.stop();
  }

  private wake(name: string, cronTime: string): void {
    const onTick = (): void => void this.runner.runDue();
    this.scheduler.addCronJob(
      name,
      CronJob.from({ cronTime, onTick, timeZone: ZONE, start: true }),
    );
  }
}
