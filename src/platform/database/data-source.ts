import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import sqlite3 from 'sqlite3';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import type { Settings } from '../config/settings.js';
import type { MigrationClass } from './migration.js';

export interface Schema {
  readonly entities: MixedList<Function>;
  readonly migrations: readonly MigrationClass[];
}

export type Access = 'write' | 'read';

/** How long a writer waits for another process (the command line beside the server) to finish. */
const BUSY_TIMEOUT_MS = 15_000;
const MIGRATION_LOCK = 4_711_001;

/** The write or the read side of the database; not yet connected. */
export function describeDataSource(
  settings: Settings,
  schema: Schema,
  access: Access,
): DataSourceOptions {
  const shared = {
    entities: schema.entities,
    migrations: access === 'write' ? [...schema.migrations] : [],
    migrationsRun: false,
    synchronize: false,
    logging: false as const,
  };
  return settings.databaseUrl === undefined
    ? { ...shared, ...describeSqlite(settings, access) }
    : { ...shared, ...describePostgres(settings, settings.databaseUrl, access) };
}

function describeSqlite(settings: Settings, access: Access) {
  mkdirSync(settings.dataDirectory, { recursive: true });
  // TypeORM turns on sqlite3's verbose mode, which doubles the CPU of every write.
  const driver = { ...sqlite3, verbose: () => driver };
  return {
    type: 'sqlite' as const,
    database: join(settings.dataDirectory, 'domet.sqlite'),
    driver,
    busyTimeout: BUSY_TIMEOUT_MS,
    ...(access === 'read' ? { flags: sqlite3.OPEN_READONLY } : { enableWAL: true }),
  };
}

const READERS: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
};

function describePostgres(settings: Settings, url: string, access: Access) {
  return {
    type: 'postgres' as const,
    url: access === 'read' ? (settings.databaseReadUrl ?? url) : url,
    poolSize: settings.databasePoolSize,
    extra: {
      types: {
        getTypeParser: (oid: number, format: 'text' | 'binary') =>
          READERS[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
      },
    },
    applicationName: `domet-${access}`,
    installExtensions: false,
  };
}

/** Connects; on SQLite the write side is durable to the disk at each commit. */
export async function connect(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  await settle(dataSource);
  return dataSource;
}

/** What each connection of SQLite needs to be told once. */
export async function settle(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type !== 'sqlite') return;
  await dataSource.query('PRAGMA foreign_keys = ON');
  await dataSource.query('PRAGMA synchronous = FULL');
  await dataSource.query('PRAGMA cache_size = -65536');
}

/** Brings the schema up to date; several instances that start at once take turns. */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type !== 'postgres') {
    await dataSource.runMigrations({ transaction: 'each' });
    return;
  }
  const guard = dataSource.createQueryRunner();
  await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await guard.release();
  }
}
