import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { settle } from './data-source.js';
import type { Engine, Sql } from './sql.js';
import type { Reader } from './transaction.js';

/** Snapshots under way at once on SQLite, each with a connection of its own. */
const MAXIMUM_SNAPSHOTS = 4;

/** Answers from the committed state and cannot write. */
export class ReadConnection implements Reader {
  readonly engine: Engine;
  private readonly idle: DataSource[] = [];
  private readonly waiting: ((dataSource: DataSource) => void)[] = [];
  private opened = 0;

  constructor(private readonly dataSource: DataSource) {
    this.engine = dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async query<T>(statement: Sql): Promise<T[]> {
    const { text, values } = statement.compile(this.engine);
    return this.dataSource.query<T[]>(text, values);
  }

  async one<T>(statement: Sql): Promise<T | undefined> {
    return (await this.query<T>(statement))[0];
  }

  /** All that `work` reads is of one moment, however long it takes; writers are not held up. */
  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.engine === 'postgres' ? this.snapshotOnPostgres(work) : this.snapshotOnSqlite(work);
  }

  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((dataSource) => dataSource.destroy()));
  }

  private async snapshotOnPostgres<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await work(new SnapshotReader('postgres', runner));
    } finally {
      await runner.query('COMMIT').catch(() => undefined);
      await runner.release();
    }
  }

  private async snapshotOnSqlite<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const dataSource = await this.acquire();
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query('BEGIN');
      return await work(new SnapshotReader('sqlite', runner));
    } finally {
      await runner.query('COMMIT').catch(() => undefined);
      this.giveBack(dataSource);
    }
  }

  private async acquire(): Promise<DataSource> {
    const free = this.idle.pop();
    if (free !== undefined) return free;
    if (this.opened >= MAXIMUM_SNAPSHOTS) {
      return new Promise((resolve) => this.waiting.push(resolve));
    }
    this.opened += 1;
    const dataSource = await new DataSource(this.dataSource.options).initialize();
    await settle(dataSource);
    return dataSource;
  }

  private giveBack(dataSource: DataSource): void {
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(dataSource);
    else next(dataSource);
  }
}

class SnapshotReader implements Reader {
  constructor(
    readonly engine: Engine,
    private readonly runner: QueryRunner,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async query<T>(statement: Sql): Promise<T[]> {
    const { text, values } = statement.compile(this.engine);
    return (await this.runner.query(text, values)) as T[];
  }

  async one<T>(statement: Sql): Promise<T | undefined> {
    return (await this.query<T>(statement))[0];
  }
}
