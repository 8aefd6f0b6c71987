import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const ROOT = join(__dirname, '..', '..');

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it has printed so far, line by line. */
  readonly lines: readonly string[];
  /** Ends it by the signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const START_MS = 120_000;

/** Runs a built program (`dist/NAME.js`) as a process of its own until it says that it is ready. */
export async function startProcess(
  name: 'main' | 'demo',
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', `${name}.js`)], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready: ${errors.join('\n')}`)), START_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const found = /https?:\/\/[^\s/]+/.exec(line)?.[0];
      if (found !== undefined) {
        clearTimeout(timer);
        resolve(found);
      }
    });
    void exited.then(() => reject(new Error(`it ended: ${errors.join('\n')}`)));
  });
  return {
    process: child,
    url,
    lines,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Asks until `/health/ready` says 200. */
export async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not become ready`);
}

/** Runs `work` for each item, so many at once. */
export async function runAtOnce<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
    }),
  );
}
