import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from './app.js';
import { DemoClock } from './demo/demo-clock.js';
import { tellDemoStory } from './demo/demo-story.js';
import { loadSettings } from './platform/config/settings.js';

/** The same server on a throwaway folder, filled; it listens only once it is. */
async function start(): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'domet-demo-'));
  process.once('exit', () => rmSync(dataDirectory, { recursive: true, force: true }));
  const settings = { ...loadSettings(), dataDirectory, databaseUrl: undefined };
  const clock = new DemoClock();
  const app = await createApp(settings, clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  process.stderr.write('Filling the demo: two months of a made-up campaign …\n');
  const accounts = await tellDemoStory(app, clock);
  await app.listen(settings.port, settings.host);
  const { port } = new URL(await app.getUrl());
  process.stdout.write(`Domet's demo is ready at http://${settings.host}:${port}\n`);
  for (const { role, email, password } of accounts) {
    process.stdout.write(`${role}\t${email}\t${password}\n`);
  }
}

start().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
