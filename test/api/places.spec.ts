import type { Role } from '../../src/access/actor.js';
import { CreateUser } from '../../src/access/create-user.service.js';
import { TokenService } from '../../src/access/token.service.js';
import { newId } from '../../src/platform/ids/ids.js';
import { ApiClient, startTestApp, type TestApp } from '../support/app.js';

interface Item {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
interface List {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}
interface Point extends Item {
  readonly version: number;
  readonly contact: unknown;
  readonly warnings: { code: string; message: string }[];
}
interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly errors: { path: string; message: string }[];
  readonly useInstead?: { code: string; name: string }[];
  readonly hint?: unknown;
}

let service: TestApp;
let asCoordinator: ApiClient;
let asManager: ApiClient;
let asVolunteer: ApiClient;
let asAdministrator: ApiClient;

async function makeClient(role: Role): Promise<ApiClient> {
  const email = `${newId()}@example.org`;
  const { user } = await service.app
    .get(CreateUser)
    .run({ email, name: role, role, password: 'korak po korak' });
  const { token } = await service.app.get(TokenService).create(user.id, { name: 'test' });
  return new ApiClient(service.url, { authorization: `Bearer ${token.token}` });
}

beforeAll(async () => {
  service = await startTestApp();
  asCoordinator = await makeClient('coordinator');
  asManager = await makeClient('manager');
  asVolunteer = await makeClient('volunteer');
  asAdministrator = await makeClient('administrator');
});
afterAll(() => service.close());

const school = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: newId(),
  name: 'Gimnazija Čačak',
  kind: 'school',
  municipalityCode: '71242',
  address: 'Župana Stracimira 1',
  ...changes,
});

describe('the register', () => {
  it('gives all 161 on one page, to every role, in Serbian order', async () => {
    const { status, body } = await asVolunteer.get<List>('/municipalities');
    expect([status, body.total, body.items.length, body.nextCursor]).toEqual([200, 161, 161, null]);
    expect(body.items[0]).toEqual({
      code: '80012',
      name: 'Ada',
      nameLatn: 'Ada',
      nameCyrl: 'Ада',
      nameEn: 'Ada',
      districtCode: 'RS124',
      regionCode: 'RS12',
      population: 13_293,
      populationStatus: 'sourced',
      areaKm2: expect.any(Number),
      seat: { latitude: expect.any(Number), longitude: expect.any(Number) },
    });
    expect((await asManager.get<List>('/regions')).body.total).toBe(4);
    expect((await asManager.get<List>('/districts?region=RS12')).body.total).toBe(7);
  });

  it.each(['cacak', 'Чачак', 'ČAČAK', '71242'])('finds Čačak for "%s"', async (typed) => {
    const { body } = await asManager.get<List>(`/municipalities?q=${encodeURIComponent(typed)}`);
    expect(body.items.map((unit) => unit.code)).toEqual(['71242']);
  });

  it.each([
    ['sr-Latn', 'Čačak'],
    ['sr-Cyrl', 'Чачак'],
    ['en', 'Cacak'],
  ])('names it in %s', async (language, name) => {
    const { body } = await asManager
      .with({ 'accept-language': language })
      .get<Item>('/municipalities/71242');
    expect(body.name).toBe(name);
  });

  it('is narrowed by district, region and group, and paged', async () => {
    const group = await asCoordinator.post<Item>('/place-groups', {
      name: 'Mađarski u službenoj upotrebi',
      source: 'Statut',
      validOn: '2024-01-01',
      municipalityCodes: ['80012', '80438', '71242'],
    });
    const total = async (query: string) =>
      (await asManager.get<List>(`/municipalities?${query}`)).body.total;
    expect(await total('district=RS110')).toBe(17);
    expect(await total('region=RS12')).toBe(45);
    expect(await total(`region=RS12&group=${group.body.id}`)).toBe(2);
    const first = (await asManager.get<List>('/municipalities?limit=100')).body;
    const second = (
      await asManager.get<List>(`/municipalities?limit=100&cursor=${first.nextCursor}`)
    ).body;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([100, 61, null]);
  });

  it.each([
    ['/municipalities?district=RS999', 422],
    ['/municipalities?region=XX', 422],
    [`/municipalities?group=${newId()}`, 422],
    ['/municipalities?group=x', 400],
    ['/municipalities?colour=red', 400],
    ['/municipalities?limit=501', 400],
    ['/municipalities/12345', 404],
    ['/municipalities/at?latitude=47.5&longitude=19.04', 404],
    ['/municipalities/at?latitude=47.5', 400],
    ['/municipalities/at?latitude=north&longitude=19', 400],
    ['/municipalities/at?latitude=91&longitude=19', 400],
  ])('answers %s with %i', async (path, status) => {
    expect((await asManager.get(path)).status).toBe(status);
  });

  it('answers a position with the municipality that holds it', async () => {
    const { body } = await asVolunteer.get<Item>(
      '/municipalities/at?latitude=43.8914&longitude=20.3497',
    );
    expect(body.code).toBe('71242');
  });

  it('answers Beograd with its 17, and a city municipality with its city', async () => {
    const beograd = await asManager.get<Refusal>('/municipalities/79014');
    expect([beograd.status, beograd.body.useInstead?.length]).toEqual([404, 17]);
    const medijana = await asManager.get<Refusal>('/municipalities/71331');
    expect(medijana.body.useInstead).toEqual([{ code: '79022', name: 'Niš' }]);
  });
});

describe('a delivery point', () => {
  it('is made, read, changed and removed', async () => {
    const body = school({ tags: ['secondary'], audience: 710, contact: { person: 'Jelena' } });
    const made = await asCoordinator.post<Point>('/delivery-points', body);
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    expect(made.body).toMatchObject({
      ...body,
      active: true,
      confidential: false,
      warnings: [],
      code: null,
    });
    const again = await asCoordinator.post<Point>('/delivery-points', body);
    expect([again.status, again.body]).toEqual([200, made.body]);
    const path = `/delivery-points/${made.body.id}`;
    const changed = await asAdministrator.patch<Point>(path, { hours: 'radnim danom 8-14' }, 1);
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await asCoordinator.patch(path, { name: 'x' }, 1)).status).toBe(412);
    expect((await asCoordinator.delete(path)).status).toBe(428);
    expect((await asCoordinator.delete(path, 2)).status).toBe(204);
    expect((await asCoordinator.get(path)).status).toBe(404);
  });

  it('in Beograd alone is refused with its 17 to choose from', async () => {
    const { status, body } = await asCoordinator.post<Refusal>(
      '/delivery-points',
      school({ municipalityCode: '79014' }),
    );
    expect([status, body.code, body.useInstead?.length]).toEqual([422, 'not_a_coverage_unit', 17]);
    expect(body.errors[0]?.path).toBe('municipalityCode');
  });

  it('is accepted with a warning near its municipality, and refused far from it', async () => {
    const at = (longitude: number) =>
      asCoordinator.post<Point & Refusal>(
        '/delivery-points',
        school({ latitude: 43.8914, longitude }),
      );
    expect((await at(20.3497)).body.warnings).toEqual([]);
    const far = await at(21.5);
    expect([far.status, far.body.code]).toEqual([422, 'position_outside']);
    let warned: Point | undefined;
    for (let longitude = 20.35; warned === undefined && longitude < 20.7; longitude += 0.008) {
      const { body } = await at(Number(longitude.toFixed(3)));
      if (body.warnings?.length > 0) warned = body;
    }
    expect(warned?.warnings[0]).toMatchObject({
      code: 'position_outside',
      message: expect.stringMatching(/^The position lies \d+ m outside Čačak/),
    });
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['an unknown field', { colour: 'red' }, 400],
    ['an unknown kind', { kind: 'castle' }, 400],
    ['a name that is null', { name: null }, 400],
    ['a name that is blank', { name: '   ' }, 400],
    ['a negative audience', { audience: -1 }, 400],
    ['a fractional audience', { audience: 1.5 }, 400],
    ['a tag twice', { tags: ['a', 'a'] }, 400],
    ['tags that are a text', { tags: 'a' }, 400],
    ['a contact that is a list', { contact: [] }, 400],
    ['an id that is no UUID', { id: '7' }, 400],
    ['a NUL', { note: 'a\u0000b' }, 400],
    ['half a position', { latitude: 43.8914 }, 422],
    ['an unknown municipality', { municipalityCode: '99999' }, 422],
  ])('is refused with %s', async (_, changes, status) => {
    expect((await asCoordinator.post('/delivery-points', school(changes))).status).toBe(status);
  });

  it('does not lose what it must have', async () => {
    const { body } = await asCoordinator.post<Point>('/delivery-points', school());
    const path = `/delivery-points/${body.id}`;
    for (const field of [
      'name',
      'kind',
      'municipalityCode',
      'address',
      'active',
      'confidential',
      'tags',
    ]) {
      expect([field, (await asCoordinator.patch(path, { [field]: null }, 1)).status]).toEqual([
        field,
        400,
      ]);
    }
    expect((await asCoordinator.patch<Point>(path, {}, 1)).body.version).toBe(2);
  });

  it('hides what is confidential and whom to call from managers', async () => {
    const name = `Kuća ${newId()}`;
    const contact = { person: 'Mira', phone: '1' };
    const shelter = await asCoordinator.post<Point>(
      '/delivery-points',
      school({ name, contact, confidential: true }),
    );
    const open = await asCoordinator.post<Point>('/delivery-points', school({ name, contact }));
    const found = async (client: ApiClient) =>
      (await client.get<List>(`/delivery-points?q=${encodeURIComponent(name)}`)).body.total;
    expect([await found(asCoordinator), await found(asManager)]).toEqual([2, 1]);
    expect((await asManager.get(`/delivery-points/${shelter.body.id}`)).status).toBe(404);
    expect(
      (await asManager.get<Point>(`/delivery-points/${open.body.id}`)).body.contact,
    ).toBeNull();
    expect(open.body.contact).toEqual(contact);
  });

  it('is written by coordinators and administrators alone, and listed for no volunteer', async () => {
    expect((await asManager.post('/delivery-points', school())).status).toBe(403);
    expect((await asVolunteer.post('/delivery-points', school())).status).toBe(403);
    expect((await asVolunteer.get('/delivery-points')).status).toBe(403);
    expect((await new ApiClient(service.url).get('/delivery-points')).status).toBe(401);
  });

  it('has a code of its own', async () => {
    const code = newId();
    expect((await asCoordinator.post('/delivery-points', school({ code }))).status).toBe(201);
    const second = await asCoordinator.post<Refusal>('/delivery-points', school({ code }));
    expect([second.status, second.body.code, second.body.errors[0]?.path]).toEqual([
      409,
      'duplicate',
      'code',
    ]);
  });
});

describe('warehouses, groups and closures', () => {
  it('are made, listed, changed and removed', async () => {
    const bodies: [string, Record<string, unknown>, Record<string, unknown>][] = [
      ['/warehouses', { name: 'Magacin', municipalityCode: '79022' }, { kind: 'partner' }],
      [
        '/place-groups',
        {
          name: 'Četvrta grupa',
          source: 'Uredba',
          validOn: '2014-12-31',
          municipalityCodes: ['70050'],
        },
        { active: false },
      ],
      [
        '/closures',
        { startsOn: '2026-12-31', endsOn: '2027-01-18', reason: 'Raspust' },
        { pointKind: 'school' },
      ],
    ];
    for (const [path, body, change] of bodies) {
      const made = await asCoordinator.post<Point>(path, { ...body, id: newId() });
      expect([path, made.status]).toEqual([path, 201]);
      expect(made.body).toMatchObject(body);
      const own = `${path}/${made.body.id}`;
      expect((await asManager.get(own)).status).toBe(200);
      expect((await asManager.get<List>(path)).body.total).toBeGreaterThan(0);
      expect((await asManager.patch(own, change, 1)).status).toBe(403);
      const changed = await asCoordinator.patch<Point>(own, change, 1);
      expect(changed.body).toMatchObject({ ...body, ...change, version: 2 });
      expect((await asCoordinator.patch(own, { [Object.keys(body)[0]!]: null }, 2)).status).toBe(
        400,
      );
      expect((await asCoordinator.delete(own, 2)).status).toBe(204);
      expect((await asCoordinator.get(own)).status).toBe(404);
      expect((await asCoordinator.get(`${path}/nonsense`)).status).toBe(404);
    }
  });

  it('keep a group that a closure names', async () => {
    const group = await asCoordinator.post<Point>('/place-groups', {
      name: 'g',
      source: 's',
      validOn: '2014-12-31',
      municipalityCodes: ['70050'],
    });
    await asCoordinator.post('/closures', {
      startsOn: '2026-01-01',
      endsOn: '2026-01-02',
      reason: 'r',
      groupId: group.body.id,
    });
    const refused = await asCoordinator.delete<Refusal>(`/place-groups/${group.body.id}`, 1);
    expect([refused.status, refused.body.code, refused.body.hint]).toEqual([
      409,
      'in_use',
      { active: false },
    ]);
  });

  it('are refused where they make no sense', async () => {
    const status = async (path: string, body: object) =>
      (await asCoordinator.post(path, body)).status;
    expect(
      await status('/closures', { startsOn: '2026-02-02', endsOn: '2026-02-01', reason: 'r' }),
    ).toBe(422);
    expect(
      await status('/closures', { startsOn: '2026-02-30', endsOn: '2026-03-01', reason: 'r' }),
    ).toBe(400);
    expect(await status('/warehouses', { name: 'M', municipalityCode: '79014' })).toBe(422);
    expect(
      await status('/warehouses', { name: 'M', municipalityCode: '79022', keeperIds: [newId()] }),
    ).toBe(422);
    const group = { name: 'g', source: 's', validOn: '2014-12-31' };
    expect(await status('/place-groups', { ...group, municipalityCodes: [] })).toBe(400);
    expect(await status('/place-groups', { ...group, municipalityCodes: ['79014'] })).toBe(422);
  });
});

describe('people', () => {
  it('work in districts that exist, and stay while they keep a warehouse', async () => {
    const person = (districtCodes: string[]) =>
      asAdministrator.post<Point & Refusal>('/users', {
        email: `${newId()}@example.org`,
        name: 'Vera',
        role: 'volunteer',
        districtCodes,
      });
    const nowhere = await person(['RS123', 'RS999']);
    expect([nowhere.status, nowhere.body.errors[0]?.path]).toEqual([422, 'districtCodes[1]']);
    const vera = await person(['RS123']);
    const keeperIds = [vera.body.id];
    await asCoordinator.post('/warehouses', {
      name: 'Podrum',
      municipalityCode: '89010',
      keeperIds,
    });
    expect((await asAdministrator.delete(`/users/${vera.body.id}`, 1)).status).toBe(409);
  });
});
