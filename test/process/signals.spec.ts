import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, startProcess, waitUntilReady } from '../support/server-process.js';

describe('a server', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'domet-signals-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('ends cleanly on SIGTERM, and starts again on what it kept', async () => {
    for (let round = 0; round < 2; round += 1) {
      const server = await startProcess('main', { DATA_DIR: directory });
      await waitUntilReady(server.url);
      expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    }
  }, 60_000);

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'does not outlive npm, ended by %s',
    async (signal) => {
      const npm = spawn('npm', ['start'], {
        cwd: ROOT,
        env: {
          PATH: process.env['PATH'],
          HOME: directory,
          DATA_DIR: directory,
          HOST: '127.0.0.1',
          PORT: '0',
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const url = await new Promise<string>((resolve, reject) => {
        npm.stdout.on('data', (text: Buffer) => {
          const found = /http:\/\/\S+/.exec(text.toString())?.[0];
          if (found !== undefined) resolve(found);
        });
        npm.once('exit', () => reject(new Error('npm ended')));
      });
      await waitUntilReady(url);
      npm.removeAllListeners('exit');
      npm.kill(signal);
      const deadline = Date.now() + 10_000;
      let answers = true;
      while (answers && Date.now() < deadline) {
        answers = await fetch(`${url}/health/live`).then(
          () => true,
          () => false,
        );
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(answers).toBe(false);
    },
    60_000,
  );
});
