import { newId } from '../../src/platform/ids/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { describeCampaign, describeMaterial } from '../support/campaigns.js';
import { makePerson, makeTeam, type Team } from '../support/people.js';

interface Made {
  readonly id: string;
  readonly version: number;
}
interface Campaign extends Made {
  readonly state: string;
}
interface Target {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly quantity: number;
  readonly source: string;
  readonly explanation: string;
  readonly version: number | null;
}
interface List<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total: number;
}
interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly errors: { path: string; message: string }[];
  readonly state?: string;
}

const NOVI_SAD = '89010';
const VRANJE = '79057';

let service: TestApp;
let team: Team;
let leaflet: string;
let spot: string;
let campaignId: string;

const administrator = () => team.administrator.api;

async function addMaterial(changes: Record<string, unknown> = {}): Promise<string> {
  return (await administrator().post<Made>('/materials', describeMaterial(changes))).body.id;
}

async function addCampaign(materialIds: string[], changes = {}): Promise<string> {
  const answer = await administrator().post<Made>(
    '/campaigns',
    describeCampaign(materialIds, changes),
  );
  expect(answer.status).toBe(201);
  return answer.body.id;
}

beforeAll(async () => {
  service = await startTestApp();
  team = await makeTeam(service);
  leaflet = await addMaterial();
  spot = await addMaterial({ kind: 'broadcast' });
});
beforeEach(async () => {
  campaignId = await addCampaign([leaflet, spot]);
});
afterAll(() => service.close());

describe('a campaign', () => {
  it('is made once and read by those who read figures', async () => {
    const body = {
      id: newId(),
      ...describeCampaign([leaflet], { startsOn: '2020-01-01', endsOn: '2020-02-01' }),
    };
    const first = await administrator().post<Campaign>('/campaigns', body);
    expect([first.status, first.headers.get('etag'), first.body.state]).toEqual([
      201,
      '"1"',
      'closing',
    ]);
    expect(first.body).toMatchObject({ ...body, version: 1 });
    const again = await administrator().post<Campaign>('/campaigns', body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    for (const { api: client } of [team.coordinator, team.manager])
      expect((await client.get(`/campaigns/${body.id}`)).body).toEqual(first.body);
    expect((await team.volunteer.api.get('/campaigns')).status).toBe(403);
    expect((await team.coordinator.api.post('/campaigns', describeCampaign([]))).status).toBe(403);
    expect((await administrator().get('/campaigns/nothing')).status).toBe(404);
  });

  it.each<[string, Record<string, unknown>, number, string]>([
    ['that ends before it starts', { endsOn: '2026-02-28' }, 422, 'endsOn'],
    ['on a day that is none', { startsOn: '2026-02-30' }, 400, 'startsOn'],
    [
      'with one funder twice',
      { funders: [{ name: 'EU' }, { name: ' eu ' }] },
      422,
      'funders[1].name',
    ],
    ['with a funder that is only text', { funders: ['EU'] }, 400, 'funders'],
    [
      'with an unknown material',
      { materialIds: ['01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e'] },
      422,
      'materialIds[0]',
    ],
    ['that is closed', { state: 'closed' }, 400, 'state'],
    ['with an unknown field', { budget: 1 }, 400, 'budget'],
  ])('%s is refused', async (_, changes, status, path) => {
    const answer = await administrator().post<Refusal>('/campaigns', describeCampaign([], changes));
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]?.path).toContain(path);
  });

  it('begins as a draft where that is said, and does not become one again', async () => {
    const id = await addCampaign([], { state: 'draft', endsOn: '2099-01-01' });
    const begun = await administrator().patch<Campaign>(`/campaigns/${id}`, { state: 'active' }, 1);
    expect(begun.body).toMatchObject({ state: 'active', version: 2 });
    const back = await administrator().patch<Refusal>(`/campaigns/${id}`, { state: 'draft' }, 2);
    expect([back.status, back.body.code, back.body.state]).toEqual([
      409,
      'illegal_transition',
      'active',
    ]);
  });

  it('is seen by those to whom it was given, and otherwise not there', async () => {
    const other = await addCampaign([leaflet]);
    const { api: client } = await makePerson(service, 'coordinator', { campaignIds: [campaignId] });
    const list = await client.get<List<Made>>('/campaigns');
    expect(list.body.items.map(({ id }) => id)).toEqual([campaignId]);
    for (const path of ['', '/targets', '/target-rules', `/targets/${VRANJE}/${leaflet}`])
      expect((await client.get(`/campaigns/${other}${path}`)).status).toBe(404);
    const override = await client.put(`/campaigns/${other}/targets/${VRANJE}/${leaflet}`, {
      quantity: 1,
      reason: 'x',
    });
    expect(override.status).toBe(404);
    const unknown = await administrator().post<Refusal>('/users', {
      email: `${newId()}@example.org`,
      name: 'A',
      role: 'coordinator',
      campaignIds: [newId()],
    });
    expect([unknown.status, unknown.body.errors[0]?.path]).toEqual([422, 'campaignIds[0]']);
  });

  it('is deleted only while nothing hangs on it, and by whoever read it', async () => {
    expect((await administrator().delete(`/campaigns/${campaignId}`)).status).toBe(428);
    expect((await administrator().delete(`/campaigns/${campaignId}`, 2)).status).toBe(412);
    expect((await administrator().delete(`/campaigns/${campaignId}`, 1)).status).toBe(204);
    expect((await administrator().get(`/campaigns/${campaignId}`)).status).toBe(404);
  });
});

describe('target rules', () => {
  const rules = (): string => `/campaigns/${campaignId}/target-rules`;
  const rule = (changes: Record<string, unknown> = {}) => ({
    materialId: leaflet,
    kind: 'per_1000_inhabitants',
    value: 5,
    ...changes,
  });

  it('are made once, changed, listed and ended', async () => {
    const body = { id: newId(), ...rule({ value: 2.125, regionCode: 'RS12' }) };
    const first = await administrator().post<Made>(rules(), body);
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
    expect(first.body).toMatchObject({ ...body, campaignId, pointKind: null, districtCode: null });
    expect((await administrator().post(rules(), body)).status).toBe(200);
    const second = await administrator().post<Refusal>(
      rules(),
      rule({ regionCode: 'RS12', value: 9 }),
    );
    expect([second.status, second.body.code]).toEqual([409, 'duplicate']);
    const moved = await administrator().patch(
      `${rules()}/${body.id}`,
      { regionCode: null, districtCode: 'RS123', value: 3 },
      1,
    );
    expect(moved.body).toMatchObject({
      regionCode: null,
      districtCode: 'RS123',
      value: 3,
      version: 2,
    });
    const list = await team.manager.api.get<List<Made>>(`${rules()}?material=${leaflet}`);
    expect([list.body.total, list.body.items[0]?.id]).toEqual([1, body.id]);
    expect((await administrator().patch(`${rules()}/${body.id}`, { value: 1 }, 1)).status).toBe(
      412,
    );
    expect((await administrator().delete(`${rules()}/${body.id}`, 2)).status).toBe(204);
    expect((await administrator().get(`${rules()}/${body.id}`)).status).toBe(404);
    expect((await team.coordinator.api.post(rules(), rule())).status).toBe(403);
    const other = await addCampaign([leaflet]);
    expect((await administrator().get(`/campaigns/${other}/target-rules/${body.id}`)).status).toBe(
      404,
    );
  });

  it('do not clash where they look at other points', async () => {
    const points = { kind: 'per_delivery_point', value: 10 };
    const choices = [
      {},
      { pointKind: 'school' },
      { pointKind: 'school', tag: 'primary' },
      { tag: 'primary' },
    ];
    for (const choice of choices)
      expect((await administrator().post(rules(), rule({ ...points, ...choice }))).status).toBe(
        201,
      );
    for (const choice of choices)
      expect((await administrator().post(rules(), rule({ ...points, ...choice }))).status).toBe(
        409,
      );
  });

  it.each<[string, Record<string, unknown>, number, string]>([
    ['a fourth decimal', { value: 0.0001 }, 400, 'value'],
    ['a negative value', { value: -1 }, 400, 'value'],
    ['a huge value', { value: 1e12 }, 400, 'value'],
    ['a value that is text', { value: '5' }, 400, 'value'],
    ['an unknown kind', { kind: 'per_household' }, 400, 'kind'],
    ['two scopes', { regionCode: 'RS12', municipalityCode: VRANJE }, 422, 'regionCode'],
    ['a choice of points among inhabitants', { pointKind: 'school' }, 422, 'pointKind'],
    ['an unknown region', { regionCode: 'RS99' }, 422, 'regionCode'],
    ['a region for a district', { districtCode: 'RS12' }, 422, 'districtCode'],
    ['an unknown group', { groupId: '01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e' }, 422, 'groupId'],
    ['a city municipality', { municipalityCode: '71331' }, 422, 'municipalityCode'],
    ['all of Beograd', { municipalityCode: '79014' }, 422, 'municipalityCode'],
    [
      'a material of no campaign',
      { materialId: '01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e' },
      422,
      'materialId',
    ],
  ])('with %s are refused', async (_, changes, status, path) => {
    const answer = await administrator().post<Refusal>(rules(), rule(changes));
    expect([answer.status, answer.body.errors.map((each) => each.path)]).toEqual([status, [path]]);
  });

  it('refuse another campaign’s material, and pieces for airings', async () => {
    const foreign = await addMaterial();
    const alien = await administrator().post<Refusal>(rules(), rule({ materialId: foreign }));
    expect([alien.status, alien.body.errors[0]?.path]).toEqual([422, 'materialId']);
    const airings = await administrator().post<Refusal>(rules(), rule({ materialId: spot }));
    expect([airings.status, airings.body.errors[0]?.path]).toEqual([422, 'kind']);
    const fixed = await administrator().post(rules(), rule({ materialId: spot, kind: 'fixed' }));
    expect(fixed.status).toBe(201);
  });

  it('keep the place group that they are for', async () => {
    const group = await team.coordinator.api.post<Made>('/place-groups', {
      name: 'Hungarian in official use',
      source: 'Statutes',
      validOn: '2020-01-01',
      municipalityCodes: [NOVI_SAD],
    });
    await administrator().post(rules(), rule({ groupId: group.body.id }));
    expect((await team.coordinator.api.delete(`/place-groups/${group.body.id}`, 1)).status).toBe(
      409,
    );
  });
});

describe('targets', () => {
  const targets = (): string => `/campaigns/${campaignId}/targets`;
  const path = (code: string, material: string): string => `${targets()}/${code}/${material}`;
  const addRule = (changes: Record<string, unknown>) =>
    administrator().post(`/campaigns/${campaignId}/target-rules`, {
      materialId: leaflet,
      ...changes,
    });

  it('are all 161 for each material, page by page', async () => {
    await addRule({ kind: 'per_1000_inhabitants', value: 5 });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: List<Target> } = await team.manager.api.get<List<Target>>(
        `${targets()}?limit=150${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.body.total).toBe(322);
      seen.push(...page.body.items.map((each) => `${each.municipalityCode} ${each.materialId}`));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(322);
    const ruled = await team.manager.api.get<List<Target>>(`${targets()}?source=rule&limit=500`);
    expect([ruled.body.total, ruled.body.items.every(({ quantity }) => quantity > 0)]).toEqual([
      161,
      true,
    ]);
  });

  it('say how they came about, in the language asked for', async () => {
    await addRule({ kind: 'per_1000_inhabitants', value: 1 });
    await addRule({ kind: 'minimum', value: 300 });
    const read = async (language: string) =>
      (
        await team.manager.api
          .with({ 'accept-language': language })
          .get<List<Target>>(`${targets()}?municipality=${VRANJE}&material=${leaflet}`)
      ).body.items;
    expect(await read('en')).toEqual([
      {
        municipalityCode: VRANJE,
        materialId: leaflet,
        quantity: 300,
        source: 'rule',
        explanation: '74,381 inhabitants × 1 per 1,000 = 75; raised to the minimum of 300',
        reason: null,
        version: null,
      },
    ]);
    expect((await read('sr-Latn'))[0]?.explanation).toBe(
      '74.381 stanovnik × 1 na 1.000 = 75; podignuto na minimum od 300',
    );
    expect((await read('sr-Cyrl'))[0]?.explanation).toBe(
      '74.381 становник × 1 на 1.000 = 75; подигнуто на минимум од 300',
    );
  });

  it('are the same for all who read them, also where shelters add to them', async () => {
    await addRule({ kind: 'per_delivery_point', value: 7 });
    await team.coordinator.api.post('/delivery-points', {
      name: 'Sigurna kuća',
      kind: 'shelter',
      municipalityCode: VRANJE,
      address: 'Tajna 1',
      confidential: true,
    });
    const one = `${targets()}?municipality=${VRANJE}&material=${leaflet}`;
    const [seen, told] = [await team.coordinator.api.get(one), await team.manager.api.get(one)];
    expect(told.body).toEqual(seen.body);
    expect(told.body).toMatchObject({
      items: [{ quantity: 7, explanation: 'pieces for delivery points = 7' }],
    });
  });

  it('are overridden by coordinators, with a reason, and dropped again', async () => {
    await addRule({ kind: 'fixed', value: 50 });
    const { api: client } = team.coordinator;
    const body = { quantity: 1_400, reason: 'A fair in May' };
    expect((await team.manager.api.put(path(VRANJE, leaflet), body)).status).toBe(403);
    const first = await client.put<Target>(path(VRANJE, leaflet), body);
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
    expect(first.body).toEqual({
      municipalityCode: VRANJE,
      materialId: leaflet,
      quantity: 1_400,
      source: 'override',
      explanation: 'set by hand to 1,400, "A fair in May" (otherwise: fixed at 50)',
      reason: 'A fair in May',
      version: 1,
    });
    expect((await client.put(path(VRANJE, leaflet), body)).status).toBe(200);
    const more = { quantity: 1_500, reason: 'A bigger fair' };
    expect((await client.put(path(VRANJE, leaflet), more)).status).toBe(428);
    const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
    expect((await client.put(path(VRANJE, leaflet), more, ifMatch(9))).status).toBe(412);
    const second = await client.put<Target>(path(VRANJE, leaflet), more, ifMatch(1));
    expect([second.status, second.body.version]).toEqual([200, 2]);
    expect((await client.get(path(VRANJE, leaflet))).headers.get('etag')).toBe('"2"');
    expect((await client.delete(path(VRANJE, leaflet))).status).toBe(428);
    expect((await client.delete(path(VRANJE, leaflet), 1)).status).toBe(412);
    expect((await client.delete(path(VRANJE, leaflet), 2)).status).toBe(204);
    expect((await client.delete(path(VRANJE, leaflet), 2)).status).toBe(404);
    expect((await client.get<Target>(path(VRANJE, leaflet))).body).toMatchObject({
      quantity: 50,
      source: 'rule',
      version: null,
    });
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['half a piece', { quantity: 1.5, reason: 'x' }, 400],
    ['less than nothing', { quantity: -1, reason: 'x' }, 400],
    ['no reason', { quantity: 1 }, 400],
    ['a blank reason', { quantity: 1, reason: ' ' }, 400],
  ])('are not overridden with %s', async (_, body, status) => {
    expect((await team.coordinator.api.put(path(VRANJE, leaflet), body)).status).toBe(status);
  });

  it('are not overridden where nothing is, nor outside somebody’s districts', async () => {
    const body = { quantity: 1, reason: 'x' };
    const { api: client } = team.coordinator;
    const codeOf = async (target: string) => {
      const answer = await client.put<Refusal>(target, body);
      return [answer.status, answer.body.code];
    };
    expect(await codeOf(path('79014', leaflet))).toEqual([422, 'not_a_coverage_unit']);
    expect(await codeOf(path('00000', leaflet))).toEqual([422, 'unknown_reference']);
    expect(await codeOf(path(VRANJE, newId()))).toEqual([422, 'unknown_reference']);
    expect(await codeOf(`/campaigns/${newId()}/targets/${VRANJE}/${leaflet}`)).toEqual([
      404,
      'not_found',
    ]);
    const confined = await makePerson(service, 'coordinator', { districtCodes: ['RS123'] });
    const answer = await confined.api.put(path(VRANJE, leaflet), body);
    expect(answer.status).toBe(403);
    expect((await confined.api.put(path(NOVI_SAD, leaflet), body)).status).toBe(201);
    const list = await confined.api.get<List<Target>>(`${targets()}?limit=500`);
    expect(list.body.items.some(({ municipalityCode }) => municipalityCode === VRANJE)).toBe(false);
    expect(list.body.total).toBeGreaterThan(0);
  });

  it('are read as they were, and refuse what is no filter', async () => {
    await addRule({ kind: 'fixed', value: 50 });
    const { api: client } = team.manager;
    const before = await client.get<List<Target>>(
      `${targets()}?municipality=${VRANJE}&material=${leaflet}&asOf=2020-01-01`,
    );
    expect(before.body.items[0]).toMatchObject({ quantity: 0, source: 'none' });
    expect((await client.get(`${targets()}?asOf=yesterday`)).status).toBe(400);
    expect((await client.get(`${targets()}?town=${VRANJE}`)).status).toBe(400);
    expect((await client.get(`${targets()}?municipality=79014`)).status).toBe(422);
    expect((await client.get(`${targets()}?material=${newId()}`)).status).toBe(422);
    expect((await team.volunteer.api.get(targets())).status).toBe(403);
  });
});
