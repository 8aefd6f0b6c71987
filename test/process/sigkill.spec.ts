import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../support/app.js';
import { runAtOnce, type ServerProcess, startProcess } from '../support/server-process.js';
import {
  ANSWERED,
  bodyOf,
  confirmationOf,
  dispatchToAll,
  type Story,
  tellStory,
} from '../support/story.js';

const KILLS = 4;
const CONSIGNMENTS = 400;
const PIECES = 10;
const WIDTH = 16;

/** What is found again after each kill; a token outlives the process, so the same one works in the next. */
interface Attempt {
  readonly body: Record<string, unknown>;
  acknowledged: boolean;
}

async function makeAdministrator(server: ServerProcess): Promise<string> {
  while (!server.lines.some((line) => line.includes('token='))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const token = /token=(\S+)/.exec(server.lines.join('\n'))![1];
  const made = await new ApiClient(server.url).post<{ csrfToken: string }>(
    '/auth/first-administrator',
    {
      token,
      email: 'first@example.org',
      name: 'First',
      password: 'korak po korak',
    },
  );
  const session = new ApiClient(server.url, {
    cookie: made.headers.get('set-cookie')!.split(';')[0]!,
    'x-csrf-token': bodyOf(made).csrfToken,
  });
  return bodyOf(await session.post<{ token: string }>('/tokens', { name: 'test' })).token;
}

describe('a process that is killed under load', () => {
  let directory: string;
  let server: ServerProcess;
  let token: string;
  let story: Story;
  let attempts: Attempt[];

  const api = (): ApiClient => new ApiClient(server.url, { authorization: `Bearer ${token}` });
  const start = (): Promise<ServerProcess> =>
    startProcess('main', { DATA_DIR: directory, SCHEDULES: 'off' });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'domet-kill-'));
    server = await start();
    token = await makeAdministrator(server);
    story = await tellStory(api(), { points: CONSIGNMENTS });
    const { consignmentIds } = await dispatchToAll(api(), story, PIECES);
    attempts = consignmentIds.map((id) => ({
      body: confirmationOf(id, story.materialIds, { delivered: PIECES - 1, missing: 1 }),
      acknowledged: false,
    }));
  }, 180_000);

  afterAll(async () => {
    await server.end('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  /** Sends what is not acknowledged, until the process is gone. */
  async function sendUntilKilled(killAfter: number): Promise<void> {
    let answered = 0;
    const client = api();
    const waiting = attempts.filter(({ acknowledged }) => !acknowledged);
    await runAtOnce(waiting, WIDTH, async (attempt) => {
      try {
        const { status } = await client.post('/confirmations', attempt.body);
        attempt.acknowledged = ANSWERED.includes(status);
        answered += 1;
        if (answered === killAfter) server.process.kill('SIGKILL');
      } catch {
        // The connection broke: whether it was booked is not known, so it is sent again with the same id.
      }
    });
  }

  it(
    'has kept every acknowledged confirmation, each booked once, with every invariant true',
    async () => {
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await sendUntilKilled(40 + kill * 7);
        await server.end('SIGKILL');
        server = await start();
        const acknowledged = attempts.filter((attempt) => attempt.acknowledged);
        expect(acknowledged.length).toBeGreaterThanOrEqual(kill * 40);
        expect(acknowledged.length).toBeLessThan(CONSIGNMENTS);
        await runAtOnce(acknowledged, WIDTH, async ({ body }) => {
          const found = await api().get<{ status: string }>(`/confirmations/${String(body['id'])}`);
          expect([found.status, found.body.status]).toEqual([200, 'accepted']);
        });
        const verified = bodyOf(await api().get<{ holds: boolean }>('/verify'));
        expect(verified).toMatchObject({ holds: true });
      }

      // Everybody sends everything once more, as a phone does that got no answer.
      await runAtOnce(attempts, WIDTH, async ({ body }) => {
        const { status } = await api().post('/confirmations', body);
        expect(ANSWERED).toContain(status);
      });
      const account = bodyOf(
        await api().get<{ items: { delivered: number; lost: number; inTransit: number }[] }>(
          '/stock/lots',
        ),
      ).items[0];
      expect(account).toMatchObject({
        delivered: CONSIGNMENTS * (PIECES - 1),
        lost: CONSIGNMENTS,
        inTransit: 0,
      });
      expect(bodyOf(await api().get<{ holds: boolean }>('/verify'))).toMatchObject({ holds: true });
    },
    5 * 60_000,
  );
});
