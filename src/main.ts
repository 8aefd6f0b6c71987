import 'reflect-metadata';
import { FirstAdministrator } from './access/first-administrator.service.js';
import { createApp } from './app.js';
import { loadSettings, type Settings } from './platform/config/settings.js';
import { Problem } from './problem.js';

async function start(): Promise<void> {
  const settings = loadSettings();
  const app = await createApp(settings);
  await app.listen(settings.port, settings.host);
  const url = settings.publicUrl ?? urlOf(settings, await app.getUrl());
  process.stdout.write(`Domet is ready at ${url}\n`);
  const link = await app.get(FirstAdministrator).link(url);
  if (link === undefined) return;
  process.stdout.write(
    `Nobody can sign in yet. This link, good once, makes the first administrator:\n${link}\n`,
  );
}

function urlOf(settings: Settings, listening: string): string {
  const { port } = new URL(listening);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return `http://${host}:${port}`;
}

start().catch((error: unknown) => {
  const lines =
    error instanceof Problem
      ? [error.detail.en, ...error.errors.slice(1).map(({ message }) => message.en)]
      : [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  process.stderr.write(`Domet cannot start.\n${lines.join('\n')}\n`);
  process.exit(1);
});
