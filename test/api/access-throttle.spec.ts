import { CreateUser } from '../../src/access/create-user.service.js';
import { ApiClient, startTestApp, type TestApp } from '../support/app.js';

const PASSWORD = 'korak po korak';

describe('who guesses', () => {
  let service: TestApp;
  let anybody: ApiClient;

  beforeAll(async () => {
    service = await startTestApp('sqlite', {
      SIGN_IN_ATTEMPTS_PER_MINUTE: '3',
      ANONYMOUS_REQUESTS_PER_MINUTE: '40',
      TRUST_PROXY: 'on',
    });
    anybody = new ApiClient(service.url);
    for (const name of ['ana', 'eva']) {
      const user = {
        email: `${name}@example.org`,
        name,
        role: 'manager',
        password: PASSWORD,
      } as const;
      await service.app.get(CreateUser).run(user);
    }
  });
  afterAll(() => service.close());

  const from = (ip: string) => anybody.with({ 'x-forwarded-for': ip });
  const signIn = (client: ApiClient, email: string, password: string) =>
    client.post<{ code: string; csrfToken: string }>('/auth/login', { email, password });

  it('waits after some wrong passwords for one account, which nobody else does', async () => {
    const client = from('192.0.2.1');
    for (const email of ['ana@example.org', 'ANA@example.org', 'ana@example.org']) {
      expect((await signIn(client, email, 'wrong password')).status).toBe(401);
    }
    const blocked = await signIn(client, 'ana@example.org', PASSWORD);
    expect(blocked).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    const wait = Number(blocked.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await signIn(client, 'eva@example.org', PASSWORD)).status).toBe(200);
    expect((await signIn(from('192.0.2.2'), 'ana@example.org', PASSWORD)).status).toBe(200);
  });

  it('counts also where all come at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        signIn(from('192.0.2.3'), 'ana@example.org', 'wrong password'),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('does not hold up somebody who gets in, however often', async () => {
    for (let time = 0; time < 6; time += 1) {
      expect((await signIn(from('192.0.2.4'), 'eva@example.org', PASSWORD)).status).toBe(200);
    }
  });

  it('guesses no faster on a page that was left open, by the form for a new password', async () => {
    const client = from('192.0.2.7');
    const { body, headers } = await signIn(client, 'eva@example.org', PASSWORD);
    const cookie = headers.get('set-cookie')!.split(';')[0]!;
    const page = client.with({ cookie, 'x-csrf-token': body.csrfToken });
    const guess = (currentPassword: string) =>
      page.post<{ code: string }>('/auth/password', {
        currentPassword,
        newPassword: 'lozinka po volji',
      });
    for (const wrong of ['wrong password', 'another wrong one', 'a third wrong one']) {
      expect((await guess(wrong)).status).toBe(422);
    }
    const blocked = await guess(PASSWORD);
    expect(blocked).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn(client, 'eva@example.org', PASSWORD)).status).toBe(429);
    expect((await page.get('/auth/me')).status).toBe(200);
  });

  it('is held up without a sign-in, while who is signed in and who watches the service are not', async () => {
    const client = from('192.0.2.5');
    const session = await signIn(client, 'eva@example.org', PASSWORD);
    const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
    const statuses: number[] = [];
    for (let time = 0; time < 45; time += 1) statuses.push((await client.get('/auth/me')).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(39);
    expect(statuses.slice(-6)).toEqual([429, 429, 429, 429, 429, 429]);
    expect((await client.with({ authorization: 'Bearer wrong' }).get('/auth/me')).status).toBe(429);
    expect((await client.with({ cookie }).get('/auth/me')).status).toBe(200);
    expect((await from('192.0.2.6').get('/auth/me')).status).toBe(401);
  });
});
