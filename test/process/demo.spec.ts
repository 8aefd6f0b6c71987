import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../support/app.js';
import { signInFirst } from '../support/first-administrator.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';

interface Demo {
  readonly available: boolean;
  readonly state: 'off' | 'starting' | 'ready' | 'failed';
  readonly progress?: number;
  readonly url?: string;
  readonly accounts?: { role: string; email: string; password: string }[];
  readonly code?: string;
  readonly detail?: string;
}

const PATIENCE_MS = 240_000;

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const isDead = async (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`).then(
    () => false,
    () => true,
  );

describe('the demo beside the service', () => {
  let directory: string;
  let folders: string;
  let started: ServerProcess | undefined;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'domet-with-demo-'));
    folders = await mkdtemp(join(tmpdir(), 'domet-demo-folders-'));
  });
  afterEach(async () => {
    // Also where a test failed half-way.
    await started?.end('SIGTERM');
    await rm(directory, { recursive: true, force: true });
    await rm(folders, { recursive: true, force: true });
  });
  const start = async (environment: Record<string, string> = {}): Promise<ServerProcess> => {
    started = await startProcess('main', {
      DATA_DIR: directory,
      SCHEDULES: 'off',
      TMPDIR: folders,
      ...environment,
    });
    return started;
  };

  it(
    'is filled, signs nobody out, touches nothing, and is gone when it is ended',
    async () => {
      const server = await start();
      const client = await signInFirst(server);
      const read = async (): Promise<Demo> => (await client.get<Demo>('/demo')).body;
      expect(await read()).toEqual({ available: true, state: 'off' });
      expect((await new ApiClient(server.url).post('/demo')).status).toBe(401);

      const [one, other] = await Promise.all([
        client.post<Demo>('/demo'),
        client.post<Demo>('/demo'),
      ]);
      expect([one.status, one.body.state, other.body.state]).toEqual([202, 'starting', 'starting']);
      const seen: number[] = [];
      await waitUntil(async () => {
        const { state, progress } = await read();
        if (progress !== undefined) seen.push(progress);
        return state !== 'starting';
      });
      expect((await read()).state).toBe('ready');
      expect(Math.max(...seen)).toBeGreaterThan(0.1);
      expect(Math.max(...seen)).toBeLessThan(1);
      expect(await readdir(folders)).toHaveLength(1);

      const demo = await read();
      expect(demo.accounts?.map(({ role }) => role)).toEqual([
        'administrator',
        'coordinator',
        'manager',
        'volunteer',
      ]);
      const { role: _, ...credentials } = demo.accounts![0]!;
      const login = await new ApiClient(demo.url!).post('/auth/login', credentials);
      expect(login.headers.get('set-cookie')).toMatch(/^domet_session_demo=/);
      const inDemo = new ApiClient(demo.url!, {
        cookie: login.headers.get('set-cookie')!.split(';')[0]!,
      });
      const { body: campaigns } = await inDemo.get<{ total: number }>('/campaigns');
      expect(campaigns.total).toBe(1);
      expect((await inDemo.get<Demo>('/demo')).body).toEqual({ available: false, state: 'off' });
      expect((await client.get<{ total: number }>('/campaigns')).body.total).toBe(0);
      expect((await client.get('/auth/me')).status).toBe(200);

      expect((await client.delete('/demo')).status).toBe(204);
      expect(await isDead(demo.url!)).toBe(true);
      expect(await readdir(folders)).toEqual([]);
      expect(await read()).toEqual({ available: true, state: 'off' });
    },
    2 * PATIENCE_MS,
  );

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'does not outlive the service that %s ended',
    async (signal) => {
      const server = await start();
      const client = await signInFirst(server);
      await client.post('/demo');
      await waitUntil(async () => (await client.get<Demo>('/demo')).body.progress !== 0);
      await waitUntil(async () => (await readdir(folders)).length === 1);
      await server.end(signal);
      await waitUntil(async () => (await readdir(folders)).length === 0);
      expect(await readdir(folders)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('is not started where others reach the service, and what to do is said', async () => {
    const server = await start({ TRUST_PROXY: 'on' });
    const client = await signInFirst(server);
    expect((await client.get<Demo>('/demo')).body).toEqual({ available: false, state: 'off' });
    const refused = await client.post<Demo>('/demo');
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    expect(refused.body.detail).toContain('npm run demo');
  }, 60_000);
});
