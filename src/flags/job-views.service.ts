import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { nextDue } from '../platform/jobs/due-times.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { JobRuns } from '../platform/jobs/job-runs.service.js';
import type { JobRun } from '../platform/jobs/job.js';
import { ZONE } from '../time.js';
import type { JobDto, JobRunDto } from './dto/job.dto.js';

const NEXT_RUNS_SHOWN = 3;

/** Jobs and their runs for a screen. */
@Injectable()
export class JobViews {
  constructor(
    private readonly reads: ReadConnection,
    private readonly registry: JobRegistry,
    private readonly runs: JobRuns,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<Page<JobDto>> {
    const last = await this.runs.lastOfEach(this.reads);
    const now = this.clock.now();
    const { schedules } = this.settings;
    const items = this.registry.all().map(({ name, cron, fields }) => {
      const run = last.get(name);
      const due = schedules ? nextDue(fields, now, NEXT_RUNS_SHOWN) : [];
      return {
        name,
        cron,
        timeZone: ZONE,
        scheduled: schedules,
        lastRun: run === undefined ? null : viewRun(run),
        nextRuns: due.map(({ at }) => at),
      };
    });
    return { items, nextCursor: null, total: items.length };
  }

  /** @throws Problem `not_found` for a name that no job has */
  async listRuns(name: string, query: PageQuery): Promise<Page<JobRunDto>> {
    const job = this.registry.require(name);
    const page = await this.runs.page(this.reads, job.name, query);
    return { ...page, items: page.items.map(viewRun) };
  }
}

export function viewRun(run: JobRun): JobRunDto {
  const { startedAt, finishedAt } = run;
  const tookMs = finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt);
  return { ...run, tookMs };
}
