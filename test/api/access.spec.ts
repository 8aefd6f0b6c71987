import type { Role } from '../../src/access/actor.js';
import { CreateUser } from '../../src/access/create-user.service.js';
import { TokenService } from '../../src/access/token.service.js';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import { newId } from '../../src/platform/ids/ids.js';
import { ApiClient, startTestApp, type TestApp } from '../support/app.js';

const PASSWORD = 'korak po korak';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly client: ApiClient;
}

interface Session {
  readonly status: number;
  readonly cookie: string;
  readonly csrfToken: string;
  readonly setCookie: string;
}

interface Refused {
  readonly code: string;
  readonly errors: readonly { readonly path: string }[];
}

let service: TestApp;
let anybody: ApiClient;
let administrator: Person;

async function makePerson(role: Role, name = `Osoba ${newId()}`): Promise<Person> {
  const email = `${newId()}@example.org`;
  const { user } = await service.app.get(CreateUser).run({ email, name, role, password: PASSWORD });
  const { token } = await service.app.get(TokenService).create(user.id, { name: 'test' });
  const client = anybody.with({ authorization: `Bearer ${token.token}` });
  return { id: user.id, email, client };
}

async function login(email: string, password = PASSWORD, client = anybody): Promise<Session> {
  const answer = await client.post<{ csrfToken: string }>('/auth/login', { email, password });
  const setCookie = answer.headers.get('set-cookie') ?? '';
  const cookie = setCookie.split(';')[0]!;
  return { status: answer.status, cookie, csrfToken: answer.body.csrfToken, setCookie };
}

beforeAll(async () => {
  service = await startTestApp('sqlite', { TRUST_PROXY: 'on' });
  anybody = new ApiClient(service.url);
  administrator = await makePerson('administrator');
});
afterAll(() => service.close());

describe('somebody', () => {
  it('signs in whatever the case of their address, and out', async () => {
    const person = await makePerson('coordinator');
    const { status, cookie, csrfToken, setCookie } = await login(person.email.toUpperCase());
    expect(status).toBe(200);
    expect(setCookie).toMatch(/^domet_session=[\w-]{43};/);
    expect(setCookie).toContain('HttpOnly');
    expect(setCookie).toContain('SameSite=Lax');
    expect(setCookie).not.toContain('Secure');
    const browser = anybody.with({ cookie });
    const me = await browser.get<{ user: { id: string }; csrfToken: string }>('/auth/me');
    expect(me.body).toMatchObject({ user: { id: person.id, email: person.email }, csrfToken });
    const signedIn = browser.with({ 'x-csrf-token': csrfToken });
    expect((await signedIn.post('/auth/logout')).status).toBe(204);
    expect((await browser.get('/auth/me')).status).toBe(401);
  });

  it('has a cookie that needs TLS where the proxy says that there is', async () => {
    const person = await makePerson('manager');
    const behindProxy = anybody.with({ 'x-forwarded-proto': 'https' });
    expect((await login(person.email, PASSWORD, behindProxy)).setCookie).toContain('Secure');
  });

  it('changes nothing by cookie without its CSRF token, and needs none with a token', async () => {
    const person = await makePerson('coordinator');
    const { cookie, csrfToken } = await login(person.email);
    const other = await login(person.email);
    const browser = anybody.with({ cookie });
    const make = (client: ApiClient) => client.post<{ code: string }>('/tokens', { name: 'x' });
    expect((await make(browser)).body.code).toBe('csrf_token');
    expect((await make(browser.with({ 'x-csrf-token': other.csrfToken }))).status).toBe(403);
    expect((await make(browser.with({ 'x-csrf-token': csrfToken }))).status).toBe(201);
    expect((await make(person.client)).status).toBe(201);
  });

  it('is told the same for a wrong password, an unknown address and an account that is off', async () => {
    const person = await makePerson('coordinator');
    const off = await makePerson('coordinator');
    await administrator.client.patch(`/users/${off.id}`, { active: false }, 1);
    const answers = await Promise.all(
      [
        { email: person.email, password: 'wrong password' },
        { email: 'nobody@example.org', password: PASSWORD },
        { email: off.email, password: PASSWORD },
      ].map((body) => anybody.post<Record<string, unknown>>('/auth/login', body)),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
  });

  it('cannot sign in without having a password', async () => {
    const email = `${newId()}@example.org`;
    await administrator.client.post('/users', { email, name: 'Bez lozinke', role: 'volunteer' });
    expect((await login(email, PASSWORD)).status).toBe(401);
  });

  it('is out at once when switched off or given a new password', async () => {
    const person = await makePerson('coordinator');
    const { cookie } = await login(person.email);
    const browser = anybody.with({ cookie });
    const change = (version: number, body: object) =>
      administrator.client.patch(`/users/${person.id}`, body, version);

    expect((await change(1, { password: 'another password' })).status).toBe(200);
    expect((await browser.get('/auth/me')).status).toBe(401);
    expect((await login(person.email)).status).toBe(401);
    expect((await login(person.email, 'another password')).status).toBe(200);

    expect((await person.client.get('/auth/me')).status).toBe(200);
    expect((await change(2, { active: false })).status).toBe(200);
    expect((await person.client.get('/auth/me')).status).toBe(401);
  });

  describe('who changes their own password', () => {
    const NEXT = 'a password of my own';
    const change = (client: ApiClient, currentPassword: string, newPassword = NEXT) =>
      client.post<Refused>('/auth/password', { currentPassword, newPassword });

    async function signIn(email: string): Promise<ApiClient> {
      const { cookie, csrfToken } = await login(email);
      return anybody.with({ cookie, 'x-csrf-token': csrfToken });
    }

    it.each(['administrator', 'coordinator', 'manager', 'volunteer'] as const)(
      'stays signed in here as %s, and is signed out elsewhere',
      async (role) => {
        const person = await makePerson(role);
        const [here, elsewhere] = [await signIn(person.email), await signIn(person.email)];
        expect((await change(here, PASSWORD)).status).toBe(204);
        expect((await here.get('/auth/me')).status).toBe(200);
        expect((await elsewhere.get('/auth/me')).status).toBe(401);
        expect((await login(person.email)).status).toBe(401);
        expect((await login(person.email, NEXT)).status).toBe(200);
      },
    );

    it('may do so by a token, which signs out every browser and leaves the token', async () => {
      const person = await makePerson('coordinator');
      const browser = await signIn(person.email);
      expect((await change(person.client, PASSWORD)).status).toBe(204);
      expect((await browser.get('/auth/me')).status).toBe(401);
      expect((await person.client.get('/auth/me')).status).toBe(200);
    });

    it.each([
      ['a wrong present one', 'not my password', NEXT, 'currentPassword'],
      ['a short new one', PASSWORD, 'short', 'newPassword'],
      ['the same again', PASSWORD, PASSWORD, 'newPassword'],
    ])('is refused with %s, and nothing changes', async (_, current, next, path) => {
      const person = await makePerson('manager');
      const [here, elsewhere] = [await signIn(person.email), await signIn(person.email)];
      const answer = await change(here, current, next);
      expect(answer.status).toBe(422);
      expect(answer.body.errors.map((error) => error.path)).toEqual([path]);
      expect((await elsewhere.get('/auth/me')).status).toBe(200);
      expect((await login(person.email)).status).toBe(200);
    });

    it('is refused with their e-mail address as the new one', async () => {
      const person = await makePerson('manager');
      const answer = await change(await signIn(person.email), PASSWORD, person.email.toUpperCase());
      expect(answer).toMatchObject({ status: 422, body: { code: 'rule' } });
    });

    it('succeeds once where two change it at the same time', async () => {
      const person = await makePerson('coordinator');
      const browsers = [await signIn(person.email), await signIn(person.email)];
      const answers = await Promise.all(
        browsers.map((browser, index) => change(browser, PASSWORD, `${NEXT} ${index}`)),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 204)).toHaveLength(1);
      const won = statuses.indexOf(204);
      expect((await login(person.email, `${NEXT} ${won}`)).status).toBe(200);
      expect((await login(person.email, `${NEXT} ${1 - won}`)).status).toBe(401);
    });

    it('must be signed in, and show the CSRF token', async () => {
      const person = await makePerson('coordinator');
      const { cookie } = await login(person.email);
      expect((await change(anybody, PASSWORD)).status).toBe(401);
      expect((await change(anybody.with({ cookie }), PASSWORD)).body.code).toBe('csrf_token');
      expect((await login(person.email)).status).toBe(200);
    });
  });

  it('is known by a token rather than by a cookie sent with it', async () => {
    const person = await makePerson('coordinator');
    const { cookie } = await login(person.email);
    const both = anybody.with({ cookie, authorization: 'Bearer domet_wrong' });
    expect((await both.get('/auth/me')).status).toBe(401);
    expect(
      (await anybody.with({ cookie, authorization: 'Basic eDp5' }).get('/auth/me')).status,
    ).toBe(200);
  });
});

describe('a personal access token', () => {
  interface Token {
    readonly id: string;
    readonly token?: string;
    readonly scopes: string[];
  }

  it('is shown once, kept apart for each owner, and dead when revoked', async () => {
    const person = await makePerson('volunteer');
    const id = newId();
    const body = { id, name: 'phone' };
    const made = await person.client.post<Token>('/tokens', body);
    expect(made).toMatchObject({
      status: 201,
      body: { id, name: 'phone', scopes: ['read', 'write'] },
    });
    const again = await person.client.post<Token>('/tokens', body);
    expect(again).toMatchObject({ status: 200, body: { id } });
    expect(again.body.token).toBeUndefined();
    expect((await person.client.post('/tokens', { ...body, name: 'other' })).status).toBe(409);

    const phone = anybody.with({ authorization: `Bearer ${made.body.token}` });
    expect((await phone.get('/auth/me')).body).toMatchObject({ csrfToken: null });
    const list = await person.client.get<{ items: Token[]; total: number }>('/tokens');
    expect(list.body.total).toBe(2);
    expect(JSON.stringify(list.body)).not.toMatch(/token"|hash/i);

    const other = await makePerson('volunteer');
    expect((await other.client.delete(`/tokens/${id}`)).status).toBe(404);
    expect((await person.client.delete(`/tokens/${id}`)).status).toBe(204);
    expect((await phone.get('/auth/me')).status).toBe(401);
    expect((await person.client.delete(`/tokens/${id}`)).status).toBe(404);
  });

  it('does what its scopes say, and makes none that does more', async () => {
    const person = await makePerson('coordinator');
    const make = async (client: ApiClient, scopes: string[]) =>
      client.post<Token>('/tokens', { name: 'x', scopes });
    const reading = await make(person.client, ['read']);
    const reader = anybody.with({ authorization: `Bearer ${reading.body.token}` });
    expect((await reader.get('/tokens')).status).toBe(200);
    expect((await make(reader, ['read'])).status).toBe(403);
    const writing = await make(person.client, ['write']);
    const writer = anybody.with({ authorization: `Bearer ${writing.body.token}` });
    expect((await writer.get('/tokens')).status).toBe(403);
    expect((await make(writer, ['read'])).status).toBe(403);
    expect((await make(writer, ['write'])).status).toBe(201);
    expect((await make(person.client, [])).status).toBe(422);
    expect((await make(person.client, ['admin'])).status).toBe(400);
  });

  it('dies at its time, which lies ahead', async () => {
    const person = await makePerson('coordinator');
    const make = (expiresAt: string) =>
      person.client.post<Token>('/tokens', { name: 'x', expiresAt });
    expect((await make('2020-01-01T00:00:00Z')).status).toBe(422);
    const soon = new Date(Date.now() + 500).toISOString();
    const { body } = await make(soon);
    const client = anybody.with({ authorization: `Bearer ${body.token}` });
    expect((await client.get('/auth/me')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await client.get('/auth/me')).status).toBe(401);
  });
});

describe('people', () => {
  const body = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    email: `${newId()}@example.org`,
    name: 'Ana Anić',
    role: 'volunteer',
    ...changes,
  });

  it('are kept by administrators', async () => {
    const wanted = body({ id: newId(), password: PASSWORD, districtCodes: ['RS123'] });
    const made = await administrator.client.post('/users', wanted);
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toMatchObject({ active: true, hasPassword: true, campaignIds: null });
    expect(JSON.stringify(made.body)).not.toMatch(/argon2|passwordHash/);
    expect((await administrator.client.post('/users', wanted)).status).toBe(200);

    const path = `/users/${String(wanted['id'])}`;
    expect((await administrator.client.patch(path, { name: 'Ana' }, 7)).status).toBe(412);
    const changed = await administrator.client.patch(path, { name: 'Ana', districtCodes: null }, 1);
    expect(changed.body).toMatchObject({ name: 'Ana', districtCodes: null, version: 2 });
    expect((await administrator.client.delete(path)).status).toBe(428);
    expect((await administrator.client.delete(path, 2)).status).toBe(204);
    expect((await administrator.client.get(path)).status).toBe(404);
  });

  beforeAll(() =>
    service.app
      .get(CreateUser)
      .run({ email: 'prva@example.org', name: 'Prva', role: 'manager', password: PASSWORD }),
  );

  it.each([
    ['an address in use in another case', 409, { email: 'PRVA@example.org' }],
    ['a short password', 422, { password: '123456789' }],
    ['no e-mail address', 422, { email: 'ana' }],
    ['an unknown role', 400, { role: 'king' }],
    ['a district that cannot be', 400, { districtCodes: ['Beograd'] }],
    ['null for a name', 400, { name: null }],
    ['a field that nobody knows', 400, { passwordHash: 'x' }],
  ])('are refused with %s', async (_, status, changes) => {
    expect((await administrator.client.post('/users', body(changes))).status).toBe(status);
  });

  it('never share an address', async () => {
    const one = await makePerson('volunteer');
    const taken = { email: 'Prva@Example.org' };
    expect((await administrator.client.patch(`/users/${one.id}`, taken, 1)).status).toBe(409);
    const own = { email: one.email.toUpperCase() };
    expect((await administrator.client.patch(`/users/${one.id}`, own, 1)).status).toBe(200);
  });

  it('stay when they did something, and are switched off instead', async () => {
    const busy = await makePerson('administrator');
    expect((await busy.client.post('/users', body())).status).toBe(201);
    await service.app.get(AuditLog).flush();
    const refused = await administrator.client.delete<{ code: string }>(`/users/${busy.id}`, 1);
    expect(refused).toMatchObject({ status: 409, body: { code: 'in_use' } });
  });

  it('show coordinators no more than the names of active volunteers', async () => {
    const coordinator = await makePerson('coordinator');
    const volunteer = await makePerson('volunteer', 'AAA Volonter');
    const off = await makePerson('volunteer', 'AAB Volonter');
    await administrator.client.patch(`/users/${off.id}`, { active: false }, 1);
    const { status, body: page } = await coordinator.client.get<{ items: object[] }>(
      '/users?role=volunteer&limit=500',
    );
    expect(status).toBe(200);
    expect(page.items[0]).toEqual({ id: volunteer.id, name: 'AAA Volonter' });
    expect(JSON.stringify(page)).not.toContain(off.id);
    for (const query of ['', '?role=manager']) {
      expect((await coordinator.client.get(`/users${query}`)).status).toBe(403);
    }
    expect((await coordinator.client.get(`/users/${volunteer.id}`)).status).toBe(403);
    expect((await coordinator.client.post('/users', body())).status).toBe(403);
    expect((await volunteer.client.get('/users?role=volunteer')).status).toBe(403);
  });

  it('show coordinators the names of those who handle flags, and managers none', async () => {
    const coordinator = await makePerson('coordinator', 'AAA Koordinator');
    const off = await makePerson('coordinator', 'AAB Koordinator');
    await administrator.client.patch(`/users/${off.id}`, { active: false }, 1);
    const { body: colleagues } = await coordinator.client.get<{ items: object[] }>(
      '/users?role=coordinator&limit=500',
    );
    expect(colleagues.items[0]).toEqual({ id: coordinator.id, name: 'AAA Koordinator' });
    expect(JSON.stringify(colleagues)).not.toContain(off.id);
    const { body: administrators } = await coordinator.client.get<{ items: object[] }>(
      '/users?role=administrator&limit=500',
    );
    expect(administrators.items.length).toBeGreaterThan(0);
    expect(administrators.items.map((each) => Object.keys(each))).toEqual(
      administrators.items.map(() => ['id', 'name']),
    );
    const manager = await makePerson('manager');
    expect((await manager.client.get('/users?role=coordinator')).status).toBe(403);
  });

  it('always have an administrator among them', async () => {
    const { items } = (
      await administrator.client.get<{ items: { id: string; version: number }[] }>(
        '/users?role=administrator&active=true',
      )
    ).body;
    for (const { id, version } of items.filter((each) => each.id !== administrator.id)) {
      const answer = await administrator.client.patch(`/users/${id}`, { role: 'manager' }, version);
      expect(answer.status).toBe(200);
    }
    const path = `/users/${administrator.id}`;
    for (const change of [{ role: 'coordinator' }, { active: false }]) {
      expect((await administrator.client.patch(path, change, 1)).status).toBe(409);
    }
    expect((await administrator.client.delete(path, 1)).status).toBe(409);
    expect((await administrator.client.patch(path, { name: 'Glavna' }, 1)).status).toBe(200);
  });
});

describe('the audit', () => {
  interface Entry {
    readonly actorId: string | null;
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly outcome: string;
    readonly subjectIds: string[];
    readonly ip: string;
  }

  async function entries(query: string): Promise<Entry[]> {
    await service.app.get(AuditLog).flush();
    const answer = await administrator.client.get<{ items: Entry[] }>(`/audit?limit=500&${query}`);
    expect(answer.status).toBe(200);
    return answer.body.items;
  }

  it('says who did what, about whom and from where', async () => {
    const client = administrator.client.with({ 'x-forwarded-for': '198.51.100.7' });
    const made = await client.post<{ id: string }>('/users', {
      email: `${newId()}@example.org`,
      name: 'Zapisana',
      role: 'manager',
    });
    const [latest] = await entries(`actor=${administrator.id}`);
    expect(latest).toMatchObject({
      outcome: 'done',
      method: 'POST',
      route: '/api/v1/users',
      status: 201,
      subjectIds: [made.body.id],
      ip: '198.51.100.7',
    });
    await client.delete(`/users/${made.body.id}`, 1);
    const [removal] = await entries(`actor=${administrator.id}`);
    expect(removal).toMatchObject({ route: '/api/v1/users/:id', subjectIds: [made.body.id] });
  });

  it('has sign-ins, those that failed, and what somebody may not do; but no reading', async () => {
    const person = await makePerson('manager');
    await login(person.email, 'wrong password');
    await login(person.email);
    await person.client.get('/tokens');
    await person.client.get('/audit');
    const own = await entries(`actor=${person.id}`);
    expect(own.map(({ method, route, outcome }) => [method, route, outcome])).toEqual([
      ['GET', '/api/v1/audit', 'refused'],
      ['POST', '/api/v1/auth/login', 'done'],
    ]);
    const failed = (await entries('outcome=refused')).find(({ subjectIds }) =>
      subjectIds.includes(person.id),
    );
    expect(failed).toMatchObject({ actorId: null, route: '/api/v1/auth/login', status: 401 });
    expect(JSON.stringify(await entries(''))).not.toContain('@');
  });

  it('is read day by day, by administrators alone', async () => {
    expect(await entries('to=2001-01-01')).toEqual([]);
    expect((await entries('from=2001-01-01')).length).toBeGreaterThan(0);
    const coordinator = await makePerson('coordinator');
    expect((await coordinator.client.get('/audit')).status).toBe(403);
  });
});
