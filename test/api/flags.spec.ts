import { createApp } from '../../src/app.js';
import type { JobDto, JobRunDto } from '../../src/flags/dto/job.dto.js';
import type { FlagRuleDto } from '../../src/flags/dto/flag-rule.dto.js';
import type { FlagDto, FlagWithHistoryDto } from '../../src/flags/dto/flag.dto.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { newId } from '../../src/platform/ids/ids.js';
import type { Answer, TestApp } from '../support/app.js';
import { prepareDatabase } from '../support/database.js';
import { makeTeam, type Team } from '../support/people.js';
import { bodyOf, confirmationOf, tellStory, type Story } from '../support/story.js';

class SetClock extends Clock {
  instant = '2026-03-01T07:00:00.000Z';
  override now(): string {
    return this.instant;
  }
}

interface Listed<T> {
  readonly items: T[];
  readonly total: number;
}
interface Refusal {
  readonly code: string;
  readonly state?: string;
  readonly allowed?: string[];
  readonly errors: { path: string }[];
}

/** Where the story's first two points lie. */
const [FIRST, SECOND] = ['70017', '70025'];
const SHELTER_TOWN = '70645';

const clock = new SetClock();
let service: TestApp;
let team: Team;
let story: Story;

beforeAll(async () => {
  const { settings, remove } = await prepareDatabase('sqlite');
  const app = await createApp(settings, clock);
  await app.listen(0, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await remove();
  };
  service = { app, url: await app.getUrl(), close };
  team = await makeTeam(service);
});
afterAll(() => service.close());

beforeEach(async () => {
  clock.instant = '2026-03-01T09:00:00.000Z';
  const choice = { points: 2, startsOn: '2026-03-01', endsOn: '2026-06-30' };
  story = await tellStory(team.administrator.api, choice);
  for (const municipalityCode of [FIRST, SECOND]) {
    const rule = { materialId: story.materialIds[0], kind: 'fixed', value: 100, municipalityCode };
    bodyOf(await team.administrator.api.post(`/campaigns/${story.campaignId}/target-rules`, rule));
  }
});
afterEach(async () => {
  // A check that resolves all there is, so that later ones tell of later campaigns alone.
  for (const rule of await listRules()) {
    await team.administrator.api.patch(`/flag-rules/${rule.id}`, { enabled: false }, rule.version);
  }
  await runJob();
});

async function runJob(name = 'coverage-check', body: object = {}): Promise<JobRunDto> {
  return bodyOf(await team.administrator.api.post<JobRunDto>(`/jobs/${name}/run`, body));
}

async function listFlags(query = '', as = team.manager): Promise<FlagDto[]> {
  const path = `/flags?campaign=${story.campaignId}&limit=500${query}`;
  return bodyOf(await as.api.get<Listed<FlagDto>>(path)).items;
}

async function flagOf(municipalityCode: string, rule = 'never_reached'): Promise<FlagDto> {
  const [flag] = await listFlags(`&rule=${rule}&municipality=${municipalityCode}`);
  return flag!;
}

async function listRules(): Promise<FlagRuleDto[]> {
  const path = `/flag-rules?campaign=${story.campaignId}`;
  return bodyOf(await team.administrator.api.get<Listed<FlagRuleDto>>(path)).items;
}

async function dispatch(deliveryPointId: string, occurredAt: string): Promise<string> {
  const api = team.coordinator.api;
  const [batchId, consignmentId] = [newId(), newId()];
  const lines = [{ materialId: story.materialIds[0], quantity: 100 }];
  const { campaignId, warehouseId } = story;
  const consignments = [{ id: consignmentId, deliveryPointId, lines }];
  bodyOf(await api.post('/batches', { id: batchId, campaignId, warehouseId, consignments }));
  bodyOf(await api.post(`/batches/${batchId}/plan`));
  bodyOf(await api.post(`/batches/${batchId}/pack`));
  bodyOf(await api.post(`/batches/${batchId}/dispatch`, { occurredAt }));
  return consignmentId;
}

async function confirm(consignmentId: string, deviceTime: string, delivered = 100): Promise<void> {
  const told = confirmationOf(consignmentId, story.materialIds, { delivered }, { deviceTime });
  bodyOf(await team.coordinator.api.post('/confirmations', told));
}

function command(
  flag: FlagDto,
  name: string,
  body: object = {},
  as = team.coordinator,
): Promise<Answer<FlagWithHistoryDto & Refusal>> {
  return as.api.post(`/flags/${flag.id}/${name}`, body);
}

describe('a check', () => {
  it('raises what was never reached, and a later delivery resolves it', async () => {
    clock.instant = '2026-04-05T09:00:00.000Z';
    expect(await runJob()).toMatchObject({ outcome: 'succeeded', raised: 2, resolved: 0 });
    const flags = await listFlags();
    expect(new Set(flags.map(({ municipalityCode }) => municipalityCode))).toEqual(
      new Set([FIRST, SECOND]),
    );
    expect(await flagOf(FIRST)).toMatchObject({
      rule: 'never_reached',
      campaignId: story.campaignId,
      state: 'open',
      severity: 'high',
      raisedAt: clock.instant,
      details: { days: 35, startsOn: '2026-03-01', target: 100 },
      allowed: ['acknowledge', 'assign', 'resolve'],
    });

    const consignmentId = await dispatch(story.pointIds[0]!, '2026-04-05T08:00:00Z');
    clock.instant = '2026-04-06T09:00:00.000Z';
    await confirm(consignmentId, '2026-04-06T08:00:00Z');
    expect(await runJob()).toMatchObject({ raised: 0, kept: 1, resolved: 1 });
    const resolved = await flagOf(FIRST);
    expect(resolved).toMatchObject({
      state: 'resolved',
      resolution: 'cause_gone',
      resolvedAt: clock.instant,
      resolvedBy: null,
      allowed: [],
    });
    const { history } = bodyOf(
      await team.manager.api.get<FlagWithHistoryDto>(`/flags/${resolved.id}`),
    );
    expect(history.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['raised', null],
      ['resolved', null],
    ]);
  });

  it('is known, with its moment, to everybody who reads what it found', async () => {
    const readLastCheck = async (query: string): Promise<string | null> =>
      bodyOf(await team.manager.api.get<{ lastCheckedAt: string | null }>(`/flags?limit=1${query}`))
        .lastCheckedAt;
    expect(await readLastCheck(`&campaign=${story.campaignId}`)).toBeNull();
    clock.instant = '2026-04-05T09:00:00.000Z';
    await runJob();
    expect(await readLastCheck(`&campaign=${story.campaignId}`)).toBe(clock.instant);
    // Of all campaigns, those of the other tests among them.
    expect((await readLastCheck(''))! >= clock.instant).toBe(true);
    await runJob('coverage-check', { asOf: '2026-03-20' });
    expect(await readLastCheck(`&campaign=${story.campaignId}`)).toBe(clock.instant);
  });

  it('says what it found in the language of who reads it', async () => {
    clock.instant = '2026-04-01T09:00:00.000Z';
    await runJob();
    const path = `/flags?campaign=${story.campaignId}&municipality=${FIRST}`;
    const says = async (language: string): Promise<string> => {
      const headers = { 'accept-language': language };
      const answer = await team.manager.api.get<Listed<FlagDto>>(path, { headers });
      return answer.body.items[0]!.message;
    };
    expect(await says('en')).toMatch(/: nothing has been delivered 31 days after/);
    expect(await says('sr-Latn')).toMatch(/: ništa nije isporučeno ni 31 dan posle/);
    expect(await says('sr-Cyrl')).toMatch(/: ништа није испоручено ни 31 дан после/);
  });

  it('for a moment before the last one only reports, and refuses the future', async () => {
    clock.instant = '2026-04-05T09:00:00.000Z';
    await runJob();
    const before = await listFlags();
    expect(await runJob('coverage-check', { asOf: '2026-03-10' })).toMatchObject({
      dueAt: '2026-03-10T22:59:59.999Z',
      resolved: 2,
      reportOnly: true,
    });
    expect(await listFlags()).toEqual(before);
    const future = await team.administrator.api.post<Refusal>('/jobs/coverage-check/run', {
      asOf: '2026-05-01',
    });
    expect([future.status, future.body.code]).toEqual([422, 'date_out_of_range']);
  });

  it('finds what is overdue, does not count closed days, and hides a shelter from managers', async () => {
    const shelter = {
      name: 'Sigurna kuća',
      kind: 'shelter',
      municipalityCode: SHELTER_TOWN,
      address: 'Tajna 1',
      active: true,
      confidential: true,
    };
    const { id } = bodyOf(
      await team.coordinator.api.post<{ id: string }>('/delivery-points', shelter),
    );
    clock.instant = '2026-03-02T09:00:00.000Z';
    await dispatch(id, '2026-03-02T08:00:00Z');
    await dispatch(story.pointIds[0]!, '2026-03-02T08:00:00Z');
    const closure = { startsOn: '2026-03-10', endsOn: '2026-03-12', reason: 'Sneg' };
    bodyOf(
      await team.coordinator.api.post('/closures', { ...closure, municipalityCodes: [FIRST] }),
    );

    clock.instant = '2026-03-12T09:00:00.000Z';
    await runJob();
    const [flag, ...others] = await listFlags('&rule=overdue', team.coordinator);
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      municipalityCode: SHELTER_TOWN,
      details: { days: 3, pieces: 100 },
    });
    expect(await listFlags('&rule=overdue')).toEqual([]);
    expect((await team.manager.api.get(`/flags/${flag!.id}`)).status).toBe(404);

    clock.instant = '2026-03-15T09:00:00.000Z';
    await runJob();
    expect(await listFlags('&rule=overdue', team.coordinator)).toHaveLength(2);
    expect(await listFlags('&rule=overdue')).toMatchObject([{ municipalityCode: FIRST }]);
  });

  it('finds discrepancies that nobody resolves, and stock that does not suffice', async () => {
    clock.instant = '2026-03-02T09:00:00.000Z';
    const consignmentId = await dispatch(story.pointIds[0]!, '2026-03-02T08:00:00Z');
    await confirm(consignmentId, '2026-03-02T08:30:00Z', 60);
    const rule = { materialId: story.materialIds[0], kind: 'minimum', value: 10_000 };
    bodyOf(await team.administrator.api.post(`/campaigns/${story.campaignId}/target-rules`, rule));
    clock.instant = '2026-03-10T09:00:00.000Z';
    await runJob();
    const { batchId } = bodyOf(
      await team.coordinator.api.get<{ batchId: string }>(`/consignments/${consignmentId}`),
    );
    expect(await listFlags('&rule=unresolved_discrepancy')).toMatchObject([
      { consignmentId, batchId, municipalityCode: FIRST, details: { days: 8, discrepancies: 1 } },
    ]);
    const [short] = await listFlags('&rule=stock_short');
    expect(short).toMatchObject({ materialId: story.materialIds[0], batchId: null });
    expect(short!.details).toMatchObject({ available: 99_900, expected: 0 });
  });
});

describe('a flag', () => {
  beforeEach(async () => {
    clock.instant = '2026-04-05T09:00:00.000Z';
    await runJob();
  });

  it('is acknowledged until a moment, and then open again', async () => {
    const flag = await flagOf(FIRST);
    const body = { commandId: newId(), note: 'Kurir stiže.', until: '2026-04-10' };
    const [first, second] = [
      await command(flag, 'acknowledge', body),
      await command(flag, 'acknowledge', body),
    ];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      state: 'acknowledged',
      note: 'Kurir stiže.',
      acknowledgedBy: team.coordinator.id,
      acknowledgedUntil: '2026-04-10T21:59:59.999Z',
    });
    expect(await listFlags('&state=acknowledged')).toHaveLength(1);
    clock.instant = '2026-04-11T09:00:00.000Z';
    expect(await listFlags('&state=acknowledged')).toEqual([]);
    expect(await listFlags('&state=open')).toHaveLength(2);
    const past = await command(flag, 'acknowledge', { note: 'x', until: '2026-04-01' });
    expect([past.status, past.body.code]).toEqual([422, 'date_out_of_range']);
  });

  it('is resolved by hand, reopened, and refuses what its state does not allow', async () => {
    const flag = await flagOf(FIRST);
    const early = await command(flag, 'reopen');
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({
      code: 'illegal_transition',
      state: 'open',
      allowed: ['acknowledge', 'assign', 'resolve'],
    });
    expect((await command(flag, 'resolve', { reason: 'Opština odbija.' })).body).toMatchObject({
      state: 'resolved',
      resolution: 'by_hand',
      reason: 'Opština odbija.',
      allowed: ['reopen'],
    });
    expect((await command(flag, 'acknowledge', { note: 'x' })).status).toBe(409);
    clock.instant = '2026-04-06T09:00:00.000Z';
    expect(await runJob()).toMatchObject({ raised: 0, kept: 1 });
    expect((await command(flag, 'reopen')).body).toMatchObject({
      state: 'open',
      openedAt: clock.instant,
      resolution: null,
    });
    expect(await runJob()).toMatchObject({ raised: 0, kept: 2 });
  });

  it('tells everybody who reads it the names of those who work on it', async () => {
    const { coordinator, administrator, manager } = team;
    const flag = await flagOf(FIRST);
    await command(flag, 'assign', { userId: administrator.id });
    await command(flag, 'acknowledge', { note: 'Kurir stiže.' });
    await command(flag, 'resolve', { reason: 'Stiglo je.' });
    const read = bodyOf(await manager.api.get<FlagWithHistoryDto>(`/flags/${flag.id}`));
    expect(read).toMatchObject({
      assigneeName: administrator.name,
      acknowledgedByName: coordinator.name,
      resolvedByName: coordinator.name,
    });
    expect(read.history).toMatchObject([
      { kind: 'raised', actorName: null, assigneeName: null },
      { kind: 'assigned', actorName: coordinator.name, assigneeName: administrator.name },
      { kind: 'acknowledged', actorName: coordinator.name, assigneeName: null },
      { kind: 'resolved', actorName: coordinator.name, assigneeName: null },
    ]);
    expect(await flagOf(SECOND)).toMatchObject({ assigneeName: null, acknowledgedByName: null });
  });

  it('is found by whose it is', async () => {
    const flag = await flagOf(FIRST);
    await command(flag, 'assign', { userId: team.coordinator.id });
    const of = async (assignee: string, as = team.coordinator): Promise<(string | null)[]> =>
      (await listFlags(`&rule=never_reached&assignee=${assignee}`, as)).map(
        ({ municipalityCode }) => municipalityCode,
      );
    expect(await of('me')).toEqual([FIRST]);
    expect(await of('me', team.manager)).toEqual([]);
    expect(await of(team.coordinator.id, team.manager)).toEqual([FIRST]);
    expect(await of('none')).toEqual([SECOND]);
    const nobody = await team.manager.api.get<Refusal>('/flags?assignee=nobody');
    expect(nobody).toMatchObject({ status: 400, body: { errors: [{ path: 'assignee' }] } });
  });

  it('is assigned to somebody who handles flags, and then does not rise in severity', async () => {
    const flag = await flagOf(FIRST);
    const refused = await command(flag, 'assign', { userId: team.volunteer.id });
    expect([refused.status, refused.body.errors[0]!.path]).toEqual([422, 'userId']);
    await command(flag, 'assign', { userId: team.coordinator.id });
    clock.instant = '2026-04-12T09:00:00.000Z';
    expect(await runJob('escalation')).toMatchObject({ escalated: 1 });
    expect(await flagOf(FIRST)).toMatchObject({
      severity: 'high',
      assigneeId: team.coordinator.id,
    });
    expect(await flagOf(SECOND)).toMatchObject({
      severity: 'critical',
      escalatedAt: clock.instant,
    });
  });

  it('is found by place, and only by who may see it', async () => {
    const { regionCode } = bodyOf(
      await team.manager.api.get<{ regionCode: string }>(`/municipalities/${FIRST}`),
    );
    const inRegion = await listFlags(`&region=${regionCode}`);
    expect(inRegion.map(({ municipalityCode }) => municipalityCode)).toContain(FIRST);
    expect(await listFlags('&region=RS11')).toEqual([]);
    const group = { name: 'Sever', source: 'x', validOn: '2026-01-01', municipalityCodes: [FIRST] };
    const { id } = bodyOf(await team.coordinator.api.post<{ id: string }>('/place-groups', group));
    expect(await listFlags(`&group=${id}`)).toHaveLength(1);
    const flag = await flagOf(FIRST);
    expect((await command(flag, 'resolve', { reason: 'x' }, team.manager)).status).toBe(403);
    expect((await team.volunteer.api.get('/flags')).status).toBe(403);
    expect((await team.coordinator.api.post(`/flags/${newId()}/reopen`)).status).toBe(404);
    expect((await team.manager.api.get('/flags?municipality=79014')).status).toBe(422);
  });
});

describe('flag rules', () => {
  it('come with the campaign, are changed, and stay once they raised a flag', async () => {
    const rules = await listRules();
    expect(rules).toHaveLength(8);
    const rule = rules.find(({ kind }) => kind === 'never_reached')!;
    const changed = await team.administrator.api.patch<FlagRuleDto>(
      `/flag-rules/${rule.id}`,
      { days: 40, severity: 'low' },
      rule.version,
    );
    expect(changed.body).toMatchObject({ days: 40, severity: 'low', version: rule.version + 1 });
    const stale = await team.administrator.api.patch(`/flag-rules/${rule.id}`, {}, rule.version);
    expect(stale.status).toBe(412);
    clock.instant = '2026-04-10T09:00:00.000Z';
    expect(await runJob()).toMatchObject({ raised: 2 });
    const kept = await team.administrator.api.delete<Refusal>(
      `/flag-rules/${rule.id}`,
      rule.version + 1,
    );
    expect([kept.status, kept.body.code]).toEqual([409, 'in_use']);
    const unused = rules.find(({ kind }) => kind === 'idle_stock')!;
    expect(
      (await team.administrator.api.delete(`/flag-rules/${unused.id}`, unused.version)).status,
    ).toBe(204);
  });

  it('are made once, for a material of the campaign, with the figures of their kind', async () => {
    const body = {
      id: newId(),
      campaignId: story.campaignId,
      kind: 'below_target',
      materialId: story.materialIds[0],
      percent: 80,
      byDate: '2026-04-01',
    };
    const api = team.administrator.api;
    const [first, second] = [
      await api.post<FlagRuleDto>('/flag-rules', body),
      await api.post('/flag-rules', body),
    ];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.body).toMatchObject({
      percent: 80,
      byDate: '2026-04-01',
      byShareOfCampaign: null,
    });
    const refuse = async (change: object): Promise<unknown[]> => {
      const answer = await api.post<Refusal>('/flag-rules', { ...body, id: newId(), ...change });
      return [answer.status, answer.body.code, answer.body.errors[0]?.path];
    };
    expect(await refuse({ days: 3 })).toEqual([422, 'rule', 'days']);
    expect(await refuse({ materialId: newId() })).toEqual([422, 'unknown_reference', 'materialId']);
    expect(await refuse({ campaignId: newId() })).toEqual([422, 'unknown_reference', 'campaignId']);
    expect(await refuse({ percent: 0.5 })).toEqual([400, 'malformed', 'percent']);
    expect((await team.coordinator.api.post('/flag-rules', body)).status).toBe(403);
  });
});

describe('jobs', () => {
  it('are listed with their schedule and runs, and run once for one id', async () => {
    const id = newId();
    const run = (): Promise<Answer<JobRunDto>> =>
      team.administrator.api.post<JobRunDto>('/jobs/coverage-check/run', { id });
    const [first, second] = [await run(), await run()];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      id,
      job: 'coverage-check',
      dueLocal: null,
      outcome: 'succeeded',
    });
    const { items } = bodyOf(await team.administrator.api.get<Listed<JobDto>>('/jobs'));
    expect(items).toMatchObject([
      { name: 'coverage-check', cron: '0 3 * * *', timeZone: 'Europe/Belgrade', scheduled: false },
      { name: 'escalation', cron: '30 3 * * *' },
    ]);
    const runs = bodyOf(
      await team.administrator.api.get<Listed<JobRunDto>>('/jobs/coverage-check/runs?limit=500'),
    );
    expect(runs.items.map((each) => each.id)).toContain(id);
  });

  it('are there by their names alone, and run by administrators alone', async () => {
    expect((await team.administrator.api.get('/jobs/nothing/runs')).status).toBe(404);
    expect((await team.administrator.api.post('/jobs/nothing/run')).status).toBe(404);
    expect((await team.coordinator.api.post('/jobs/coverage-check/run')).status).toBe(403);
  });
});
