import type { EntityManager, QueryRunner } from 'typeorm';
import { sql, type Engine, type Sql } from './sql.js';

/** Both engines take more parameters than this in one statement. */
const MAXIMUM_PARAMETERS = 30_000;

/** Something that answers questions: a transaction under way, or the read connection. */
export interface Reader {
  readonly engine: Engine;
  readonly manager: EntityManager;
  query<T>(statement: Sql): Promise<T[]>;
  /** The first row, or undefined. */
  one<T>(statement: Sql): Promise<T | undefined>;
}

/** A transaction under way: the only thing that can write. It lives as long as the unit of work that made it. */
export class Transaction implements Reader {
  constructor(
    readonly engine: Engine,
    private readonly runner: QueryRunner,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Locks the rows that a SELECT reads, until the end of the transaction; SQLite has one writer and needs no lock. */
  get forUpdate(): Sql {
    return this.engine === 'postgres' ? sql` FOR UPDATE` : sql.empty;
  }

  async query<T>(statement: Sql): Promise<T[]> {
    const { text, values } = statement.compile(this.engine);
    return (await this.runner.query(text, values)) as T[];
  }

  async one<T>(statement: Sql): Promise<T | undefined> {
    return (await this.query<T>(statement))[0];
  }

  /** Runs a statement that answers no rows; answers how many it touched. */
  async execute(statement: Sql): Promise<number> {
    const { text, values } = statement.compile(this.engine);
    const result = await this.runner.query(text, values, true);
    return result.affected ?? 0;
  }

  /** Inserts rows that all have the same keys (column names), in as few statements as the engines' limits allow. */
  async insert(
    table: string,
    rows: readonly Record<string, unknown>[],
    conflict: Sql = sql.empty,
  ): Promise<number> {
    const first = rows[0];
    if (first === undefined) return 0;
    const columns = Object.keys(first);
    const chunkRows = Math.floor(MAXIMUM_PARAMETERS / columns.length);
    let affected = 0;
    for (let start = 0; start < rows.length; start += chunkRows) {
      const written = rows
        .slice(start, start + chunkRows)
        .map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`);
      affected += await this.execute(
        sql`INSERT INTO ${sql.raw(table)} (${sql.raw(columns.join(', '))}) VALUES ${sql.join(written)} ${conflict}`,
      );
    }
    return affected;
  }
}
