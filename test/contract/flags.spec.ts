import pino from 'pino';
import { NO_FIGURES } from '../../src/coverage/coverage.js';
import { CampaignFlags } from '../../src/flags/campaign-flags.service.js';
import { EscalateFlags } from '../../src/flags/escalate-flags.service.js';
import { EvaluateFlags } from '../../src/flags/evaluate-flags.service.js';
import type { FlagFacts } from '../../src/flags/facts.js';
import type { FactsService } from '../../src/flags/facts.service.js';
import { FlagRecords } from '../../src/flags/flag-records.service.js';
import { FlagRuleService } from '../../src/flags/flag-rule.service.js';
import { sql, type Sql } from '../../src/platform/database/sql.js';
import type { Transaction } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/platform/ids/ids.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.service.js';
import { JobRuns } from '../../src/platform/jobs/job-runs.service.js';
import type { RunCounts } from '../../src/platform/jobs/job.js';
import { addDays } from '../../src/time.js';
import {
  buildCampaigns,
  describeCampaign,
  describeMaterial,
  makeActor,
} from '../support/campaigns.js';
import {
  onEachEngine,
  openTestDatabase,
  type TestDatabase,
  type TestInstance,
} from '../support/database.js';

const CACAK = '71242';
const LUCANI = '70734';
const START = '2026-03-01';
const day = (number: number): string => `${addDays(START, number)}T02:00:00.000Z`;

onEachEngine('flags', (engine) => {
  let database: TestDatabase;
  let other: TestInstance;
  let here: ReturnType<typeof startInstance>;
  let there: ReturnType<typeof startInstance>;
  let campaignId: string;
  let materialId: string;
  /** Municipalities where nothing was delivered. */
  let unreached: string[];

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    other = await database.openInstance();
    here = startInstance(database);
    there = startInstance(other);
    await here.base.loader.load();
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    const { records, materials } = here.base;
    const actor = makeActor('administrator');
    const material = await materials.create({ ...describeMaterial(), code: newId() }, actor.id);
    materialId = material.body.id;
    const period = { startsOn: START, endsOn: '2026-06-30' };
    const made = await records.create(describeCampaign([materialId], period), actor);
    campaignId = made.body.id;
    unreached = [CACAK, LUCANI];
  });
  afterEach(() => write((tx) => tx.execute(sql`UPDATE campaign SET state = 'draft'`)));

  /** An instance of the service, whose facts are told by the test. */
  function startInstance(instance: TestInstance) {
    const base = buildCampaigns(instance);
    const rules = new FlagRuleService(instance.reads, base.campaigns, base.groups);
    const records = new FlagRecords(base.clock);
    new CampaignFlags(base.campaigns, rules, records, base.clock).onModuleInit();
    const facts = { load: async (...given: unknown[]) => tellFacts(given[3] as string) };
    const evaluate = new EvaluateFlags(
      base.campaigns,
      rules,
      facts as unknown as FactsService,
      records,
    );
    const escalate = new EscalateFlags(base.campaigns, records);
    return { instance, base, rules, evaluate, escalate };
  }

  function tellFacts(at: string): FlagFacts {
    return {
      at,
      campaign: { id: campaignId, startsOn: START, endsOn: '2026-06-30' },
      municipalityCodes: [CACAK, LUCANI],
      places: [CACAK, LUCANI].map((municipalityCode) => ({
        ...NO_FIGURES,
        municipalityCode,
        materialId,
        target: 10,
        delivered: unreached.includes(municipalityCode) ? 0 : 10,
      })),
      materials: [
        { materialId, countsTogether: true, available: 99, betweenWarehouses: 0, expected: 0 },
      ],
      consignments: [],
      discrepancies: [],
      partnerStock: [],
      closures: [],
      pointsIn: new Map(),
      groups: new Map(),
    };
  }

  function write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return database.unitOfWork.run('test', work);
  }

  function check(number: number): Promise<RunCounts> {
    return write((tx) => here.evaluate.run(tx, { dueAt: day(number), runId: newId() }));
  }

  function escalate(number: number): Promise<RunCounts> {
    return write((tx) => here.escalate.run(tx, { dueAt: day(number), runId: newId() }));
  }

  function flags<T = Record<string, unknown>>(more: Sql = sql.empty): Promise<T[]> {
    return database.reads.query<T>(
      sql`SELECT id, municipality_code AS "code", state, severity, resolution, details,
          raised_at AS "raisedAt", resolved_at AS "resolvedAt", escalated_at AS "escalatedAt",
          previous_flag_id AS "previousFlagId"
        FROM flag WHERE campaign_id = ${campaignId} ${more} ORDER BY raised_at, municipality_code`,
    );
  }

  it('a new campaign gets one rule of each kind', async () => {
    const made = await here.rules.ofCampaign(database.reads, campaignId);
    expect(made.map(({ kind }) => kind).sort()).toEqual([
      'below_target',
      'idle_stock',
      'never_reached',
      'overdue',
      'stale',
      'stock_short',
      'unplanned',
      'unresolved_discrepancy',
    ]);
    expect(made.every(({ enabled }) => enabled)).toBe(true);
  });

  it('are raised as of the moment of the check, and a second check for it changes nothing', async () => {
    expect(await check(29)).toMatchObject({ raised: 0, kept: 0 });
    expect(await check(30)).toMatchObject({ raised: 2, kept: 0, reportOnly: false });
    const raised = await flags();
    expect(raised).toMatchObject([
      { code: LUCANI, state: 'open', severity: 'high', raisedAt: day(30) },
      { code: CACAK, state: 'open', severity: 'high', raisedAt: day(30) },
    ]);
    const events = sql`SELECT COUNT(*) AS total FROM flag_event`;
    const before = await database.reads.query(events);
    expect(await check(30)).toMatchObject({ raised: 0, kept: 2, resolved: 0 });
    expect([await flags(), await database.reads.query(events)]).toEqual([raised, before]);
  });

  it('tell the figures of the latest check', async () => {
    await check(30);
    await check(33);
    const [flag] = await flags<{ details: string }>();
    expect(JSON.parse(flag!.details)).toEqual({ days: 33, startsOn: START, target: 10 });
  });

  it('are resolved when their cause is gone, and one that comes back names the last', async () => {
    await check(30);
    unreached = [LUCANI];
    expect(await check(31)).toMatchObject({ raised: 0, kept: 1, resolved: 1 });
    expect(await flags(sql`AND municipality_code = ${CACAK}`)).toMatchObject([
      { state: 'resolved', resolution: 'cause_gone', resolvedAt: day(31) },
    ]);
    unreached = [CACAK, LUCANI];
    expect(await check(32)).toMatchObject({ raised: 1, kept: 1 });
    const [first, second] = await flags(sql`AND municipality_code = ${CACAK}`);
    expect(second).toMatchObject({ state: 'open', previousFlagId: first!['id'] });
  });

  it('are only reported for a moment before the last check', async () => {
    await check(35);
    const before = await flags();
    unreached = [];
    expect(await check(34)).toMatchObject({ resolved: 2, reportOnly: true });
    expect(await flags()).toEqual(before);
  });

  it('resolved by hand are not raised again until their cause was once gone', async () => {
    await check(30);
    await write((tx) =>
      tx.execute(sql`UPDATE flag SET state = 'resolved', resolution = 'by_hand', resolved_at = ${day(30)}
        WHERE campaign_id = ${campaignId}`),
    );
    expect(await check(31)).toMatchObject({ raised: 0, kept: 0 });
    unreached = [];
    await check(32);
    unreached = [CACAK, LUCANI];
    expect(await check(33)).toMatchObject({ raised: 2 });
  });

  it('of a rule switched off are resolved', async () => {
    await check(30);
    await write((tx) =>
      tx.execute(sql`UPDATE flag_rule SET enabled = FALSE WHERE campaign_id = ${campaignId}`),
    );
    expect(await check(31)).toMatchObject({ raised: 0, kept: 0, resolved: 2 });
  });

  it('are never open twice for a rule and subject: the database refuses it', async () => {
    await check(30);
    const copy = sql`INSERT INTO flag (id, rule_id, campaign_id, rule, subject_key, state, severity,
        details, raised_at, recorded_at, opened_at)
      SELECT ${newId()}, rule_id, campaign_id, rule, subject_key, 'open', severity, details, raised_at,
        recorded_at, opened_at FROM flag WHERE campaign_id = ${campaignId} AND municipality_code = ${CACAK}`;
    await expect(write((tx) => tx.execute(copy))).rejects.toThrow(/unique/i);
  });

  it('rise in severity once, when nobody attends to them for a week', async () => {
    await check(30);
    await write((tx) =>
      tx.execute(sql`UPDATE flag SET assignee_id = 'somebody'
        WHERE campaign_id = ${campaignId} AND municipality_code = ${LUCANI}`),
    );
    expect(await escalate(36)).toMatchObject({ escalated: 0 });
    expect(await escalate(37)).toMatchObject({ escalated: 1 });
    expect(await escalate(50)).toMatchObject({ escalated: 0 });
    expect(await flags()).toMatchObject([
      { code: LUCANI, severity: 'high', escalatedAt: null },
      { code: CACAK, severity: 'critical', escalatedAt: day(37) },
    ]);
  });

  it('are raised once by two instances whose checks are due at the same moment', async () => {
    const runners = [here, there].map(({ instance, base, evaluate }) => {
      base.clock.shows = day(31);
      const registry = new JobRegistry();
      registry.register({
        name: `check ${campaignId}`,
        cron: '0 3 * * *',
        makeUp: 'each',
        kind: 'short',
        run: (tx, moment) => evaluate.run(tx, moment),
      });
      const runs = new JobRuns(base.clock);
      const logger = pino({ level: 'silent' });
      return new JobRunner(registry, runs, instance.unitOfWork, base.clock, logger);
    });
    await write((tx) =>
      tx.insert('job_schedule', [{ job: `check ${campaignId}`, since: day(28) }]),
    );
    await Promise.all([...runners, ...runners].map((runner) => runner.runDue()));
    const runs = await database.reads.query(
      sql`SELECT outcome, raised, kept FROM job_run WHERE job = ${`check ${campaignId}`} ORDER BY due_at`,
    );
    expect(runs).toEqual([
      { outcome: 'succeeded', raised: 0, kept: 0 },
      { outcome: 'succeeded', raised: 2, kept: 0 },
      { outcome: 'succeeded', raised: 0, kept: 2 },
    ]);
    expect(await flags()).toHaveLength(2);
  });

  it('go with a campaign that is deleted', async () => {
    await check(30);
    await here.base.records.remove(campaignId, 1, makeActor('administrator'));
    expect(await flags()).toEqual([]);
  });
});
