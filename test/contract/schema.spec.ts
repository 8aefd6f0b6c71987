import { sql } from '../../src/platform/database/sql.js';
import { SCHEMA } from '../../src/schema.js';
import { onEachEngine, openTestDatabase, type TestDatabase } from '../support/database.js';

type Kind = 'text' | 'number' | 'flag';
interface ColumnFacts {
  readonly name: string;
  readonly nullable: boolean;
  readonly kind: Kind;
}

/** What an entity says, what SQLite's tables say and what PostgreSQL's say, in one language. */
const KINDS: Readonly<Record<string, Kind>> = {
  text: 'text',
  date: 'text',
  'timestamp with time zone': 'text',
  bigint: 'number',
  integer: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'flag',
};

onEachEngine('entities and migrations', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(engine);
  });
  afterAll(() => database.close());

  async function readTables(): Promise<string[]> {
    const rows = await database.reads.query<{ name: string }>(
      engine === 'sqlite'
        ? sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
        : sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    return rows.map(({ name }) => name).filter((name) => name !== 'migrations');
  }

  async function readColumns(table: string): Promise<ColumnFacts[]> {
    const rows = await database.reads.query<{ name: string; nullable: unknown; type: string }>(
      engine === 'sqlite'
        ? sql`SELECT name, "notnull" = 0 AND pk = 0 AS nullable, lower(type) AS type FROM pragma_table_info(${table})`
        : sql`SELECT column_name AS name, is_nullable = 'YES' AS nullable, data_type AS type
              FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ${table}`,
    );
    return rows.map(({ name, nullable, type }) => ({
      name,
      nullable: Boolean(nullable),
      kind: KINDS[type]!,
    }));
  }

  const byName = (a: ColumnFacts, b: ColumnFacts): number => (a.name < b.name ? -1 : 1);

  it('know the same tables', async () => {
    const described = database.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(described.sort()).toEqual((await readTables()).sort());
  });

  it('agree column by column', async () => {
    for (const { tableName, columns } of database.dataSource.entityMetadatas) {
      const described = columns.map((column) => ({
        name: column.databaseName,
        nullable: column.isNullable,
        kind: KINDS[String(column.type)]!,
      }));
      expect([tableName, described.sort(byName)]).toEqual([
        tableName,
        (await readColumns(tableName)).sort(byName),
      ]);
    }
  });

  it('run in strictly ascending order', () => {
    const names = SCHEMA.migrations.map((Migration) => new Migration().name!.slice(-13));
    expect(names).toEqual([...new Set(names)].sort());
  });
});
