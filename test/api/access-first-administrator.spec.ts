import { FirstAdministrator } from '../../src/access/first-administrator.service.js';
import { newId } from '../../src/platform/ids/ids.js';
import { ApiClient, startTestApp, type TestApp } from '../support/app.js';

const PASSWORD = 'korak po korak';

describe('the first administrator', () => {
  let service: TestApp;
  let anybody: ApiClient;

  beforeEach(async () => {
    service = await startTestApp();
    anybody = new ApiClient(service.url);
  });
  afterEach(() => service.close());

  const make = (token: string, changes: Record<string, unknown> = {}) =>
    anybody.post<Record<string, never>>('/auth/first-administrator', {
      token,
      email: `first-${newId()}@example.org`,
      name: 'Prva',
      password: PASSWORD,
      ...changes,
    });

  it('is made by the link that start prints, once, and is signed in', async () => {
    const first = service.app.get(FirstAdministrator);
    const earlier = new URL((await first.link(service.url))!).searchParams.get('token')!;
    const link = (await first.link(`${service.url}/`))!;
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/welcome\?token=[\w-]{43}$/);
    const token = new URL(link).searchParams.get('token')!;

    expect((await make(earlier)).status).toBe(403);
    expect((await make('guess')).status).toBe(403);
    expect((await make(token, { password: 'short' })).status).toBe(422);
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');

    expect((await make(token, { name: '' })).status).toBe(400);

    const made = await make(token);
    expect(made.status).toBe(201);
    const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
    const me = await anybody.with({ cookie }).get<{ user: { role: string } }>('/auth/me');
    expect(me.body.user.role).toBe('administrator');

    expect((await make(token)).status).toBe(403);
    const spent = await fetch(link);
    expect(spent.status).toBe(403);
    expect(await spent.text()).toContain('data-link="spent"');
    expect(await first.link(service.url)).toBeUndefined();
  });
});
