import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from './app.js';
import { DemoClock } from './demo/demo-clock.js';
import type { DemoMessage } from './demo/demo-message.js';
import { tellDemoStory } from './demo/demo-story.js';
import { loadSettings, type Settings } from './platform/config/settings.js';
import { explainStart, listen } from './platform/http/listen.js';

/** The same server on a throwaway folder, filled; it listens only once it is. */
async function start(): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'domet-demo-'));
  process.once('exit', () => rmSync(dataDirectory, { recursive: true, force: true }));
  endWithParent();
  const settings = describeSettings(dataDirectory);
  const clock = new DemoClock();
  const app = await createApp(settings, clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  process.stderr.write('Filling the demo: two months of a made-up campaign …\n');
  const accounts = await tellDemoStory(app, clock, (progress) =>
    tellParent({ kind: 'progress', progress }),
  );
  const url = await listen(app, settings);
  process.stdout.write(`Domet's demo is ready at ${url}\n`);
  for (const { role, email, password } of accounts) {
    process.stdout.write(`${role}\t${email}\t${password}\n`);
  }
  tellParent({ kind: 'ready', url, accounts });
}

/** Nothing of the real service is touched, and nobody is signed out there: browsers keep cookies by host, not by port. */
function describeSettings(dataDirectory: string): Settings {
  const settings = loadSettings();
  return {
    ...settings,
    dataDirectory,
    databaseUrl: undefined,
    databaseReadUrl: undefined,
    sessionCookie: `${settings.sessionCookie}_demo`,
    offersDemo: false,
  };
}

/** Where another process started this one, it also ends with it, however that one ended. */
function endWithParent(): void {
  // What comes before the service knows of signals: without this the folder would stay behind.
  process.once('SIGTERM', () => process.exit());
  if (process.send !== undefined) process.once('disconnect', () => process.exit());
}

function tellParent(message: DemoMessage): void {
  if (process.connected) process.send?.(message);
}

start().catch((error: unknown) => {
  process.stderr.write(`The demo cannot start.\n${explainStart(error)}\n`);
  process.exit(1);
});
