import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.service.js';
import { JobRuns } from './job-runs.service.js';
import { JobScheduler } from './job-scheduler.service.js';
import { ManualRuns } from './manual-runs.service.js';
import { RunJob } from './run-job.service.js';

@Global()
@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [JobRegistry, JobRuns, JobRunner, ManualRuns, RunJob, JobScheduler],
  exports: [JobRegistry, JobRuns, JobRunner, RunJob],
})
export class JobsModule {}
