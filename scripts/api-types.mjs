// Writes `web/api/schema.d.ts` from the service's own OpenAPI document, so that a field that changed fails the type check of
// the pages. Does nothing while the service is the same.
import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, ROOT } from './prepare.mjs';

install();
build();

const target = join(ROOT, 'web', 'api', 'schema.d.ts');
const mark = `// Made by scripts/api-types.mjs from ${readFileSync(join(ROOT, 'dist', '.built'), 'utf8')}`;
if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(mark)) {
  const { default: openapi, astToString } = await import('openapi-typescript');
  writeFileSync(target, `${mark}\n${astToString(await openapi(await readDocument()))}`);
}

/** From a service over an empty folder that listens to nobody. */
async function readDocument() {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'domet-api-'));
  const load = (name) => import(pathToFileURL(join(ROOT, 'dist', name)).href);
  await load('../node_modules/reflect-metadata/Reflect.js');
  const { createApp } = await load('app.js');
  const { readSettings } = await load('platform/config/settings.js');
  const app = await createApp(
    readSettings({ DATA_DIR: dataDirectory, SCHEDULES: 'off', LOG_LEVEL: 'error' }),
  );
  await app.init();
  const server = app.getHttpAdapter().getInstance();
  await server.ready();
  const { body } = await server.inject({ method: 'GET', url: '/api/openapi.json' });
  await app.close();
  rmSync(dataDirectory, { recursive: true, force: true });
  return body;
}
