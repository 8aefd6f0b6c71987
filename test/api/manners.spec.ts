import { ApiClient, startTestApp, type TestApp } from '../support/app.js';
import { makeTeam, type Team } from '../support/people.js';

/** What every route does with what it cannot use. */
describe('a request that cannot be used', () => {
  let service: TestApp;
  let team: Team;

  beforeAll(async () => {
    service = await startTestApp();
    team = await makeTeam(service);
  }, 60_000);
  afterAll(() => service.close());

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    team.administrator.api.post('/materials', body, { headers });
  const material = { code: 'M', name: 'M', kind: 'print', unit: 'piece', language: 'sr-Cyrl' };

  it.each([
    ['a truncated body', '{"code": "M", ', 400, 'malformed'],
    ['a list', [material], 400, 'malformed'],
    ['null', 'null', 400, 'malformed'],
    ['an unknown field', { ...material, colour: 'red' }, 400, 'malformed'],
    ['a wrong type', { ...material, packSize: '100' }, 400, 'malformed'],
    ['a negative quantity', { ...material, packSize: -1 }, 400, 'malformed'],
    ['a fraction of a piece', { ...material, packSize: 1.5 }, 400, 'malformed'],
    ['a huge quantity', { ...material, packSize: 1e18 }, 400, 'malformed'],
    ['NUL', { ...material, name: 'a\u0000b' }, 400, 'malformed'],
    [
      'half a surrogate pair',
      `{"code": "M", "name": "\\ud83d", "kind": "print"}`,
      400,
      'malformed',
    ],
    ['depth without end', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, 400, 'malformed'],
    ['a name that is the prototype', '{"__proto__": {"x": 1}}', 400, 'malformed'],
  ])('is refused for %s', async (_, body, status, code) => {
    const answer = await post(body, { 'content-type': 'application/json' });
    expect([answer.status, answer.body]).toMatchObject([status, { status, code }]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('is refused with a body of 50 MB, and its sender reads why', async () => {
    const answer = await post({ ...material, name: 'x'.repeat(50_000_000) });
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'too_large' }]);
  });

  it('is refused as another kind of content', async () => {
    const answer = await post('code=M', { 'content-type': 'text/plain' });
    expect([answer.status, answer.body]).toMatchObject([415, { code: 'unsupported_media_type' }]);
  });

  it.each([
    '/materials?colour=red',
    '/materials?limit=501',
    '/materials?limit=ten',
    '/materials?cursor=abc',
    '/auth/me?x=1',
  ])('is refused for its query: %s', async (path) => {
    expect((await team.administrator.api.get(path)).status).toBe(400);
  });

  it.each([
    '/materials/nonsense',
    '/materials/01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e',
    '/nothing',
    '/materials/%00',
  ])('is not found: %s', async (path) => {
    expect([400, 404]).toContain((await team.administrator.api.get(path)).status);
  });

  it('spoils no other in a sync', async () => {
    const answer = await team.volunteer.api.post<{ results: unknown[] }>(
      '/confirmations/sync',
      `{"confirmations": [{"colour": "red"}, {"note": "\\u0000"}, null, "text"]}`,
      { headers: { 'content-type': 'application/json' } },
    );
    expect(answer.status).toBe(200);
    expect(answer.body.results).toMatchObject(
      Array.from({ length: 4 }, () => ({ status: 'rejected', problem: { code: 'malformed' } })),
    );
  });

  it('is refused whole where it is nested without end, also as a sync', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const answer = await team.volunteer.api.post(
      '/confirmations/sync',
      `{"confirmations": [${deep}]}`,
      {
        headers: { 'content-type': 'application/json' },
      },
    );
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'malformed' }]);
  });

  it('is answered in the language that was asked for', async () => {
    const titleIn = async (language: string): Promise<unknown> =>
      (await team.manager.api.get('/nothing', { headers: { 'accept-language': language } })).body[
        'title'
      ];
    expect(await titleIn('en')).toBe('Not found');
    expect(await titleIn('sr-Latn')).toBe('Nije pronađeno');
    expect(await titleIn('sr-Cyrl, en;q=0.5')).toBe('Није пронађено');
    expect(await titleIn('de')).toBe('Nije pronađeno');
  });

  it('leaves nothing behind', async () => {
    expect((await team.administrator.api.get('/materials')).body).toMatchObject({
      items: [],
      total: 0,
    });
  });

  it('needs a sign-in, and a role', async () => {
    expect((await new ApiClient(service.url).get('/materials')).body).toMatchObject({
      code: 'unauthenticated',
    });
    expect((await team.manager.api.post('/materials', material)).body).toMatchObject({
      code: 'forbidden',
    });
  });
});
