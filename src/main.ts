import 'reflect-metadata';
import { FirstAdministrator } from './access/first-administrator.service.js';
import { createApp } from './app.js';
import { loadSettings } from './platform/config/settings.js';
import { explainStart, listen } from './platform/http/listen.js';

async function start(): Promise<void> {
  const settings = loadSettings();
  const app = await createApp(settings);
  const local = await listen(app, settings);
  const url = settings.publicUrl ?? local;
  process.stdout.write(`Domet is ready at ${url}\n`);
  const link = await app.get(FirstAdministrator).link(url);
  if (link === undefined) return;
  process.stdout.write(
    `Nobody can sign in yet. This link, good once, makes the first administrator:\n${link}\n`,
  );
}

start().catch((error: unknown) => {
  process.stderr.write(`Domet cannot start.\n${explainStart(error)}\n`);
  process.exit(1);
});
