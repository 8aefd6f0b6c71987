import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Engine } from './sql.js';

/** The column types that both engines share, under one name each. */
export interface TypeVocabulary {
  readonly engine: Engine;
  readonly id: string;
  readonly text: string;
  readonly instant: string;
  readonly day: string;
  readonly quantity: string;
  readonly integer: string;
  readonly decimal: string;
  readonly flag: string;
  readonly json: string;
}

const SQLITE: TypeVocabulary = {
  engine: 'sqlite',
  id: 'text',
  text: 'text',
  instant: 'text',
  day: 'text',
  quantity: 'integer',
  integer: 'integer',
  decimal: 'real',
  flag: 'boolean',
  json: 'text',
};

// Text is compared byte by byte on both engines, so that they sort alike.
const POSTGRES: TypeVocabulary = {
  engine: 'postgres',
  id: 'text COLLATE "C"',
  text: 'text COLLATE "C"',
  instant: 'timestamptz(3)',
  day: 'date',
  quantity: 'bigint',
  integer: 'integer',
  decimal: 'double precision',
  flag: 'boolean',
  json: 'text',
};

export type MigrationClass = new () => MigrationInterface;

/**
 * A migration that runs on both engines: its number gives its place in the order, its statements are written in the
 * vocabulary above. There is no way down: a correction is a new migration.
 */
export function migration(
  number: number,
  name: string,
  statements: (types: TypeVocabulary) => string[],
): MigrationClass {
  return class implements MigrationInterface {
    // TypeORM orders by the 13 digits at the end of the name.
    readonly name = `${name}${String(1_700_000_000_000 + number)}`;

    async up(runner: QueryRunner): Promise<void> {
      const engine = runner.connection.options.type === 'postgres' ? POSTGRES : SQLITE;
      for (const statement of statements(engine)) await runner.query(statement);
    }

    async down(): Promise<void> {
      throw new Error(`Migration ${name} cannot be undone; restore a backup instead.`);
    }
  };
}
