import pino from 'pino';
import { Clock } from '../../src/platform/clock/clock.js';
import { Once } from '../../src/platform/database/once.js';
import { sql } from '../../src/platform/database/sql.js';
import type { Transaction } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/platform/ids/ids.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.service.js';
import { JobRuns } from '../../src/platform/jobs/job-runs.service.js';
import {
  NOTHING_COUNTED,
  type Job,
  type JobRun,
  type RunCounts,
  type RunMoment,
} from '../../src/platform/jobs/job.js';
import { ManualRuns } from '../../src/platform/jobs/manual-runs.service.js';
import { RunJob } from '../../src/platform/jobs/run-job.service.js';
import { addTime, type Instant } from '../../src/time.js';
import {
  onEachEngine,
  openTestDatabase,
  type TestDatabase,
  type TestInstance,
} from '../support/database.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const logger = pino({ level: 'silent' });

class SetClock extends Clock {
  constructor(public instant: Instant) {
    super();
  }

  override now(): Instant {
    return this.instant;
  }
}

onEachEngine('scheduled jobs', (engine) => {
  let database: TestDatabase;
  let other: TestInstance;
  let clock: SetClock;

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    other = await database.openInstance();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    clock = new SetClock('2026-03-01T12:00:00.000Z');
    await database.unitOfWork.run('empty', async (tx) => {
      await tx.execute(sql`DELETE FROM job_run`);
      await tx.execute(sql`DELETE FROM job_schedule`);
    });
  });

  /** One instance of the service with these jobs. */
  function startInstance(
    instance: TestInstance,
    ...jobs: Job[]
  ): { runner: JobRunner; runJob: RunJob } {
    const registry = new JobRegistry();
    for (const job of jobs) registry.register(job);
    const runs = new JobRuns(clock);
    const runner = new JobRunner(registry, runs, instance.unitOfWork, clock, logger);
    const byHand = new ManualRuns(runs, new Once(clock));
    return { runner, runJob: new RunJob(registry, runner, byHand, instance.unitOfWork, clock) };
  }

  /** Writes a row into `command` each time it runs, so that what it did is rolled back with its run. */
  function writingJob(more: { makeUp?: 'each' | 'latest'; fails?: () => boolean } = {}): Job {
    return {
      name: 'check',
      cron: '0 3 * * *',
      makeUp: more.makeUp ?? 'each',
      kind: 'short',
      run: async (tx: Transaction, { dueAt }: RunMoment): Promise<RunCounts> => {
        const row = {
          id: newId(),
          kind: 'work',
          content_hash: dueAt,
          actor_id: 'x',
          recorded_at: dueAt,
        };
        await tx.insert('command', [row]);
        if (more.fails?.() ?? false) throw new Error('no luck');
        return { ...NOTHING_COUNTED, raised: 2 };
      },
    };
  }

  async function workDone(): Promise<string[]> {
    const rows = await database.reads.query<{ dueAt: string }>(
      sql`SELECT content_hash AS "dueAt" FROM command WHERE kind = 'work' ORDER BY id`,
    );
    await database.unitOfWork.run('forget', (tx) =>
      tx.execute(sql`DELETE FROM command WHERE kind = 'work'`),
    );
    return rows.map(({ dueAt }) => dueAt);
  }

  async function runsOnRecord(): Promise<JobRun[]> {
    const page = await new JobRuns(clock).page(database.reads, 'check', { limit: 500 });
    return page.items;
  }

  it('make up no history at a first start', async () => {
    const { runner } = startInstance(database, writingJob());
    await runner.beginSchedule();
    await runner.runDue();
    expect(await runsOnRecord()).toEqual([]);
  });

  it('run once among two instances, however often they are woken', async () => {
    const instances = [startInstance(database, writingJob()), startInstance(other, writingJob())];
    await instances[0]!.runner.beginSchedule();
    clock.instant = addTime(clock.instant, DAY_MS);
    await Promise.all([...instances, ...instances].map(({ runner }) => runner.runDue()));
    await Promise.all(instances.map(({ runner }) => runner.runDue()));
    expect(await workDone()).toEqual(['2026-03-02T02:00:00.000Z']);
    expect(await runsOnRecord()).toMatchObject([
      {
        dueLocal: '2026-03-02T03:00:00',
        dueAt: '2026-03-02T02:00:00.000Z',
        outcome: 'succeeded',
        raised: 2,
      },
    ]);
  });

  it('make up each run missed, oldest first, at most the last 60', async () => {
    const { runner } = startInstance(database, writingJob());
    await runner.beginSchedule();
    clock.instant = addTime(clock.instant, 75 * DAY_MS);
    await Promise.all([runner.runDue(), startInstance(other, writingJob()).runner.runDue()]);
    const done = await workDone();
    expect(done).toHaveLength(60);
    expect(done).toEqual([...done].sort());
    expect(done.at(-1)).toBe('2026-05-15T01:00:00.000Z');
  });

  it('make up only the latest where that is enough', async () => {
    const { runner } = startInstance(database, writingJob({ makeUp: 'latest' }));
    await runner.beginSchedule();
    clock.instant = addTime(clock.instant, 10 * DAY_MS);
    await runner.runDue();
    expect(await workDone()).toEqual(['2026-03-11T02:00:00.000Z']);
  });

  it('put a failed run on record, with nothing of its work', async () => {
    const { runner } = startInstance(database, writingJob({ fails: () => true }));
    await runner.beginSchedule();
    clock.instant = addTime(clock.instant, DAY_MS);
    await runner.runDue();
    await runner.runDue();
    expect(await workDone()).toEqual([]);
    expect(await runsOnRecord()).toMatchObject([
      { outcome: 'failed', error: 'no luck', raised: 0 },
    ]);
  });

  it('work under a lease once, and one that ran out is taken over as the same run', async () => {
    const done: string[] = [];
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    const longJob = (instance: string, until: Promise<void>): Job => ({
      name: 'check',
      cron: '0 3 * * *',
      makeUp: 'latest',
      kind: 'long',
      leaseMs: HOUR_MS,
      run: async ({ runId }) => {
        done.push(`${instance} ${runId}`);
        await until;
        return { ...NOTHING_COUNTED, resolved: instance === 'second' ? 2 : 1 };
      },
    });
    const first = startInstance(database, longJob('first', hanging));
    const second = startInstance(other, longJob('second', Promise.resolve()));
    await first.runner.beginSchedule();
    clock.instant = addTime(clock.instant, DAY_MS);
    const hung = first.runner.runDue();
    while (done.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await second.runner.runDue();
    expect(done).toHaveLength(1);

    clock.instant = addTime(clock.instant, 2 * HOUR_MS);
    await second.runner.runDue();
    release();
    await hung;
    const [run, ...others] = await runsOnRecord();
    expect(others).toEqual([]);
    expect(done).toEqual([`first ${run!.id}`, `second ${run!.id}`]);
    expect(run).toMatchObject({
      outcome: 'succeeded',
      resolved: 2,
      dueLocal: '2026-03-02T03:00:00',
    });
  });

  describe('by hand', () => {
    it('run for the moment that is asked for, each command once', async () => {
      const { runJob } = startInstance(database, writingJob());
      const command = { id: newId(), asOf: '2026-02-01T00:00:00.000Z', actorId: 'a' };
      const [one, two] = await Promise.all([
        runJob.run('check', command),
        startInstance(other, writingJob()).runJob.run('check', command),
      ]);
      expect([one, two].filter(({ first }) => first)).toHaveLength(1);
      expect(one.run).toEqual(two.run);
      expect(one.run).toMatchObject({
        id: command.id,
        dueAt: command.asOf,
        dueLocal: null,
        raised: 2,
      });
      expect(await workDone()).toEqual([command.asOf]);
    });

    it('refuse the future and names that there are not', async () => {
      const { runJob } = startInstance(database, writingJob());
      const asOf = addTime(clock.instant, HOUR_MS);
      await expect(runJob.run('check', { asOf, actorId: 'a' })).rejects.toMatchObject({
        code: 'date_out_of_range',
      });
      await expect(runJob.run('nothing', { actorId: 'a' })).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    it('leave the id of a failed run free', async () => {
      let fails = true;
      const { runJob } = startInstance(database, writingJob({ fails: () => fails }));
      const id = newId();
      const failed = await runJob.run('check', { id, actorId: 'a' });
      expect(failed.run).toMatchObject({ outcome: 'failed', error: 'no luck' });
      fails = false;
      expect((await runJob.run('check', { id, actorId: 'a' })).run).toMatchObject({
        id,
        outcome: 'succeeded',
      });
    });
  });
});
