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

    const submit = (fields: Record<string, string>): Promise<Response> =>
      fetch(`${service.url}/welcome`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ token, email: 'prva@example.org', name: 'Prva', ...fields }),
      });
    const refused = await submit({ password: 'short' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Izaberite najmanje 10');

    expect((await submit({ password: PASSWORD, name: '' })).status).toBe(422);

    const made = await submit({ password: PASSWORD });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/']);
    const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
    const me = await anybody.with({ cookie }).get<{ user: { role: string } }>('/auth/me');
    expect(me.body.user.role).toBe('administrator');

    expect((await make(token)).status).toBe(403);
    expect((await submit({ password: PASSWORD })).status).toBe(403);
    expect((await fetch(link)).status).toBe(403);
    expect(await first.link(service.url)).toBeUndefined();
  });
});
