import { ApiClient } from '../support/app.js';
import { type ApiDocument, createRandom, RequestMaker } from '../support/random-requests.js';
import {
  runAtOnce,
  type ServerProcess,
  startProcess,
  waitUntilReady,
} from '../support/server-process.js';

const REQUESTS = Number(process.env['RANDOM_REQUESTS'] ?? 3_000);
const SEED = Number(process.env['RANDOM_SEED'] ?? 20_261_124);
const WIDTH = 24;

interface Account {
  readonly id: string;
  readonly headers: Record<string, string>;
}

/** Signs in as each role whose line the demo printed, by a token, which needs no CSRF header. */
async function signInAll(server: ServerProcess): Promise<Account[]> {
  const accounts: Account[] = [];
  for (const line of server.lines) {
    const [role, email, password] = line.split('\t');
    if (role === undefined || email === undefined || password === undefined) continue;
    const login = await new ApiClient(server.url).post<{ user: { id: string }; csrfToken: string }>(
      '/auth/login',
      { email, password },
    );
    const session = new ApiClient(server.url, {
      cookie: login.headers.get('set-cookie')!.split(';')[0]!,
      'x-csrf-token': login.body.csrfToken,
    });
    const token = await session.post<{ token: string }>('/tokens', { name: 'random requests' });
    accounts.push({
      id: login.body.user.id,
      headers: { authorization: `Bearer ${token.body.token}` },
    });
  }
  return accounts;
}

describe('requests made at random', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startProcess('demo', {
      SCHEDULES: 'off',
      ANONYMOUS_REQUESTS_PER_MINUTE: '1000000',
    });
    await waitUntilReady(server.url);
  }, 180_000);
  afterAll(() => server.end('SIGTERM'));

  it(
    'end without one 5xx, and every invariant holds',
    async () => {
      const accounts = await signInAll(server);
      expect(accounts).toHaveLength(4);
      const document = (await (
        await fetch(`${server.url}/api/openapi.json`)
      ).json()) as ApiDocument;
      const random = createRandom(SEED);
      const maker = new RequestMaker(document, random, new Set(accounts.map(({ id }) => id)));
      const statuses = new Map<number, number>();
      const faults: string[] = [];

      // What there is already: ids of the demo's own things, to name them.
      for (const path of Object.keys(document.paths).filter(
        (each) => !each.includes('{') && each.startsWith('/api/v1'),
      )) {
        const found = await fetch(`${server.url}${path}?limit=50`, {
          headers: accounts[0]!.headers,
        });
        if (found.status === 200) maker.learn(path, await found.json());
      }

      await runAtOnce(Array(REQUESTS).keys(), WIDTH, async () => {
        const request = maker.make();
        const account =
          random() < 0.02 ? undefined : accounts[Math.floor(random() ** 2 * accounts.length)];
        const response = await fetch(`${server.url}${request.path}`, {
          method: request.method,
          headers: { ...request.headers, ...account?.headers },
          ...(request.body === undefined ? {} : { body: request.body }),
        });
        const text = await response.text();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status >= 500)
          faults.push(
            `${request.method} ${request.path} ${request.body ?? ''} → ${text}`.slice(0, 800),
          );
        if (response.status < 300 && text.startsWith('{'))
          maker.learn(request.path, JSON.parse(text));
      });

      const sums = [...statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`);
      console.log(
        `${REQUESTS} requests on ${maker.operationCount} operations, seed ${SEED}: ${sums.join(', ')}`,
      );
      expect(faults.slice(0, 5)).toEqual([]);
      // A run in which nothing succeeds would prove nothing.
      expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(REQUESTS / 10);
      const administrator = new ApiClient(server.url, accounts[0]!.headers);
      const verified = await administrator.get<{
        holds: boolean;
        invariants: { name: string; holds: boolean }[];
      }>('/verify');
      expect(verified.body.invariants.filter(({ holds }) => !holds)).toEqual([]);
      expect(verified.body.holds).toBe(true);
    },
    20 * 60_000,
  );
});
