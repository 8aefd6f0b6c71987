import { newId } from '../../src/platform/ids/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { describeCampaign, describeMaterial } from '../support/campaigns.js';
import { makeTeam, type Team } from '../support/people.js';

interface Made {
  readonly id: string;
}
interface Previewed {
  readonly municipalityCode: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly source: string;
  readonly explanation: string;
}
interface Preview {
  readonly materialId: string;
  readonly items: Previewed[];
  readonly totals: { before: number; after: number; changed: number; withTarget: number };
}
interface Target {
  readonly municipalityCode: string;
  readonly quantity: number;
  readonly explanation: string;
}
interface Refusal {
  readonly code: string;
  readonly errors: { path: string }[];
  readonly existingId?: string;
}

const NOVI_SAD = '89010';
const VRANJE = '79057';

describe('the preview of a target rule', () => {
  let service: TestApp;
  let team: Team;
  let leaflet: string;
  let spot: string;
  let campaignId: string;

  beforeAll(async () => {
    service = await startTestApp();
    team = await makeTeam(service);
    const { api } = team.administrator;
    leaflet = (await api.post<Made>('/materials', describeMaterial())).body.id;
    spot = (await api.post<Made>('/materials', describeMaterial({ kind: 'broadcast' }))).body.id;
  });
  beforeEach(async () => {
    const body = describeCampaign([leaflet, spot]);
    campaignId = (await team.administrator.api.post<Made>('/campaigns', body)).body.id;
  });
  afterAll(() => service.close());

  const path = (): string => `/campaigns/${campaignId}/target-rules`;
  const preview = (body: Record<string, unknown>, language = 'en') =>
    team.administrator.api
      .with({ 'accept-language': language })
      .post<Preview & Refusal>(`${path()}/preview`, { materialId: leaflet, ...body });
  const addRule = async (body: Record<string, unknown>): Promise<string> =>
    (await team.administrator.api.post<Made>(path(), { materialId: leaflet, ...body })).body.id;
  const readTargets = async (): Promise<Target[]> =>
    (
      await team.administrator.api.get<{ items: Target[] }>(
        `/campaigns/${campaignId}/targets?material=${leaflet}&limit=500`,
      )
    ).body.items;

  it.each<[string, Record<string, unknown>]>([
    ['inhabitants', { kind: 'per_1000_inhabitants', value: 2.5 }],
    ['points', { kind: 'per_delivery_point', value: 7, pointKind: 'school' }],
    ['a minimum', { kind: 'minimum', value: 90 }],
    ['a figure for one region', { kind: 'fixed', value: 40, regionCode: 'RS12' }],
  ])('foretells all 161 targets exactly: %s', async (_, rule) => {
    await addRule({ kind: 'per_1000_inhabitants', value: 1, districtCode: 'RS123' });
    await team.coordinator.api.post('/delivery-points', {
      name: 'Škola',
      kind: 'school',
      municipalityCode: VRANJE,
      address: 'Primerna 1',
    });
    const before = await readTargets();
    const { status, body } = await preview(rule);
    expect(status).toBe(200);
    expect(await readTargets()).toEqual(before);
    await addRule(rule);
    const after = await readTargets();
    expect(body.items).toHaveLength(161);
    expect(body.items.map((each) => [each.municipalityCode, each.after, each.explanation])).toEqual(
      after.map((each) => [each.municipalityCode, each.quantity, each.explanation]),
    );
    expect(body.items.map((each) => each.before)).toEqual(before.map(({ quantity }) => quantity));
    const sum = (targets: Target[]) => targets.reduce((total, each) => total + each.quantity, 0);
    expect(body.totals).toEqual({
      before: sum(before),
      after: sum(after),
      changed: after.filter(({ quantity }, index) => quantity !== before[index]!.quantity).length,
      withTarget: after.filter(({ quantity }) => quantity > 0).length,
    });
  });

  it('takes the rule that it replaces out of the sum', async () => {
    const id = await addRule({ kind: 'fixed', value: 50 });
    const { body } = await preview({ kind: 'fixed', value: 80, replaces: id });
    expect(body.totals).toEqual({
      before: 161 * 50,
      after: 161 * 80,
      changed: 161,
      withTarget: 161,
    });
    const other = await preview({ kind: 'minimum', value: 20, replaces: id });
    expect(other.body.totals.after).toBe(161 * 20);
  });

  it('leaves what was set by hand, and names places in the language asked for', async () => {
    await team.coordinator.api.put(`/campaigns/${campaignId}/targets/${NOVI_SAD}/${leaflet}`, {
      quantity: 7,
      reason: 'A fair',
    });
    const { body } = await preview({ kind: 'fixed', value: 50 }, 'sr-Cyrl');
    expect(body.items.find(({ municipalityCode }) => municipalityCode === NOVI_SAD)).toMatchObject({
      name: 'Нови Сад',
      before: 7,
      after: 7,
      source: 'override',
    });
    expect(body.totals.changed).toBe(160);
  });

  it('is refused as saving would be', async () => {
    const id = await addRule({ kind: 'minimum', value: 20, regionCode: 'RS12' });
    const again = await preview({ kind: 'minimum', value: 30, regionCode: 'RS12' });
    const saved = await team.administrator.api.post<Refusal>(path(), {
      materialId: leaflet,
      kind: 'minimum',
      value: 30,
      regionCode: 'RS12',
    });
    expect([again.status, again.body.code, again.body.existingId]).toEqual([409, 'duplicate', id]);
    expect([saved.status, saved.body.code, saved.body.existingId]).toEqual([409, 'duplicate', id]);
    const airings = await preview({ materialId: spot, kind: 'per_1000_inhabitants', value: 1 });
    expect([airings.status, airings.body.errors[0]?.path]).toEqual([422, 'kind']);
    const malformed = await preview({ kind: 'fixed', value: 0.0001 });
    expect([malformed.status, malformed.body.errors[0]?.path]).toEqual([400, 'value']);
    const gone = await preview({ kind: 'fixed', value: 1, replaces: newId() });
    expect([gone.status, gone.body.errors[0]?.path]).toEqual([422, 'replaces']);
  });

  it('is for those who make rules, of campaigns that are there, and leaves no trace', async () => {
    const body = { materialId: leaflet, kind: 'fixed', value: 1 };
    for (const { api } of [team.coordinator, team.manager, team.volunteer])
      expect((await api.post(`${path()}/preview`, body)).status).toBe(403);
    const nowhere = `/campaigns/${newId()}/target-rules/preview`;
    expect((await team.administrator.api.post(nowhere, body)).status).toBe(404);
    expect((await preview(body)).status).toBe(200);
    // A later request, so that what came before it is on record too.
    await team.manager.api.post(`${path()}/preview`, body);
    const tracesOf = async () =>
      (
        await team.administrator.api.get<{ items: { route: string; outcome: string }[] }>(
          '/audit?limit=100',
        )
      ).body.items.filter(({ route }) => route.endsWith('/preview'));
    const deadline = Date.now() + 10_000;
    while ((await tracesOf()).length < 4 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await tracesOf()).map(({ outcome }) => outcome)).toEqual(Array(4).fill('refused'));
  });
});
