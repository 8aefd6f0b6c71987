import type { JobDto, JobRunDto } from '../../src/flags/dto/job.dto.js';
import { startTestApp } from '../support/app.js';
import { makePerson } from '../support/people.js';
import { bodyOf } from '../support/story.js';

/** By the machine's own clock, since what is tested is what wakes the runner. */
it('the schedule runs a job each time it is due, once each, and stops with the service', async () => {
  const service = await startTestApp('sqlite', {
    SCHEDULES: 'on',
    COVERAGE_CHECK_CRON: '* * * * * *',
  });
  try {
    const { api } = await makePerson(service, 'administrator');
    let runs: JobRunDto[] = [];
    while (runs.length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      runs = bodyOf(
        await api.get<{ items: JobRunDto[] }>('/jobs/coverage-check/runs?limit=500'),
      ).items;
    }
    expect(new Set(runs.map(({ dueLocal }) => dueLocal)).size).toBe(runs.length);
    for (const run of runs) {
      expect(run).toMatchObject({ outcome: 'succeeded', error: null, actorId: null });
      expect(run.startedAt >= run.dueAt).toBe(true);
    }
    const [check] = bodyOf(await api.get<{ items: JobDto[] }>('/jobs')).items;
    expect(check).toMatchObject({ name: 'coverage-check', scheduled: true });
    expect(check!.nextRuns).toHaveLength(3);
    expect(check!.lastRun?.job).toBe('coverage-check');
  } finally {
    await service.close();
  }
});
