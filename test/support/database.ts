import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { readSettings, type Settings } from '../../src/platform/config/settings.js';
import { connect, describeDataSource, migrate } from '../../src/platform/database/data-source.js';
import { ReadConnection } from '../../src/platform/database/read-connection.js';
import type { Engine } from '../../src/platform/database/sql.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids/ids.js';
import { SCHEMA } from '../../src/schema.js';

/** One instance of the service's door to a database. */
export interface TestInstance {
  readonly unitOfWork: UnitOfWork;
  readonly reads: ReadConnection;
  readonly dataSource: DataSource;
}

export interface TestDatabase extends TestInstance {
  readonly engine: Engine;
  readonly settings: Settings;
  /** Another instance on the same database, as a second machine would have it. */
  openInstance(): Promise<TestInstance>;
  close(): Promise<void>;
}

const QUIET = {
  SCHEDULES: 'off',
  LOG_LEVEL: 'error',
  HOST: '127.0.0.1',
  PORT: '0',
  PASSWORD_HASH_MEMORY_KIB: '64',
  SIGN_IN_ATTEMPTS_PER_MINUTE: '1000000',
  ANONYMOUS_REQUESTS_PER_MINUTE: '1000000',
};

/** Settings over an empty database of the given engine, and how to throw it away. */
export async function prepareDatabase(
  engine: Engine,
  environment: Record<string, string> = {},
): Promise<{ settings: Settings; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'domet-test-'));
  const removeDirectory = (): Promise<void> => rm(directory, { recursive: true, force: true });
  const common = { ...QUIET, DATA_DIR: directory, ...environment };
  if (engine === 'sqlite') return { settings: readSettings(common), remove: removeDirectory };
  const { url, drop } = await createPostgresDatabase();
  return {
    settings: readSettings({ ...common, DATABASE_URL: url }),
    remove: async () => {
      await drop();
      await removeDirectory();
    },
  };
}

async function createPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('Run this in the jest project "contract".');
  const name = `test_${newId().replaceAll('-', '')}`;
  const command = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await command(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => command(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function openInstance(settings: Settings): Promise<TestInstance> {
  const dataSource = await connect(describeDataSource(settings, SCHEMA, 'write'));
  await migrate(dataSource);
  const readSource = await connect(describeDataSource(settings, SCHEMA, 'read'));
  return {
    dataSource,
    unitOfWork: new UnitOfWork(dataSource),
    reads: new ReadConnection(readSource),
  };
}

async function closeInstance({ unitOfWork, reads, dataSource }: TestInstance): Promise<void> {
  await unitOfWork.close();
  await reads.close();
  await reads.manager.connection.destroy();
  await dataSource.destroy();
}

/** A migrated, empty database with all of the service's tables. */
export async function openTestDatabase(engine: Engine): Promise<TestDatabase> {
  const { settings, remove } = await prepareDatabase(engine);
  const instances = [await openInstance(settings)];
  return {
    ...instances[0]!,
    engine,
    settings,
    openInstance: async () => {
      const instance = await openInstance(settings);
      instances.push(instance);
      return instance;
    },
    close: async () => {
      for (const instance of instances) await closeInstance(instance);
      await remove();
    },
  };
}

/** One of them where `TEST_ENGINE` names it: what the other does is known already. */
export const ENGINES: readonly Engine[] = (['sqlite', 'postgres'] as const).filter((engine) =>
  [undefined, engine].includes(process.env['TEST_ENGINE'] as Engine | undefined),
);

/** Runs one suite on each engine: the contract that both must keep. */
export function onEachEngine(name: string, suite: (engine: Engine) => void): void {
  describe.each(ENGINES)(`${name}, on %s`, suite);
}
