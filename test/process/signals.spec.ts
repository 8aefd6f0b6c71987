import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
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

  it('says what to do where its port is taken', async () => {
    const server = await startProcess('main', { DATA_DIR: directory });
    const PORT = new URL(server.url).port;
    const second = startProcess('main', { DATA_DIR: join(directory, 'second'), PORT });
    await expect(second).rejects.toThrow(`port ${PORT}, perhaps Domet itself. End it, or set PORT`);
    await server.end('SIGTERM');
  }, 60_000);

  it('does not wait for a connection on which nobody asks', async () => {
    const server = await startProcess('main', { DATA_DIR: directory });
    await waitUntilReady(server.url);
    const silent = connect(Number(new URL(server.url).port), '127.0.0.1');
    silent.on('error', () => undefined);
    await new Promise((resolve) => silent.once('connect', resolve));
    const told = Date.now();
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(Date.now() - told).toBeLessThan(20_000);
    silent.destroy();
  }, 90_000);

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
      npm.stdout.destroy();
    },
    60_000,
  );
});
