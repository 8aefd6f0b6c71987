import assert from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Problem } from '../../problem.js';
import { parseCron, type CronFields } from './cron.js';
import type { Job } from './job.js';

export type RegisteredJob = Job & { readonly fields: CronFields };

/** All jobs of the service; capabilities register theirs while the module starts. */
@Injectable()
export class JobRegistry {
  private readonly jobs = new Map<string, RegisteredJob>();

  /** @throws Problem `malformed` where the cron expression cannot be read, so that the service does not start with it. */
  register(job: Job): void {
    assert(!this.jobs.has(job.name), `the job ${job.name} is registered once`);
    this.jobs.set(job.name, { ...job, fields: parseCron(job.cron) });
  }

  all(): RegisteredJob[] {
    return [...this.jobs.values()];
  }

  /** @throws Problem `not_found` */
  require(name: string): RegisteredJob {
    const job = this.jobs.get(name);
    if (job !== undefined) return job;
    const names = [...this.jobs.keys()].join(', ');
    throw new Problem('not_found', {
      detail: {
        en: `There is no job of this name. There are: ${names}.`,
        sr: `Nema posla sa tim imenom. Postoje: ${names}.`,
      },
    });
  }
}
