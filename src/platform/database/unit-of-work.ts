import assert from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';
import { PostgresUnits } from './postgres-units.js';
import { SqliteUnits } from './sqlite-units.js';
import type { Units, Work } from './units.js';

/** The one door through which everything is written. */
export class UnitOfWork {
  private readonly units: Units;
  private readonly inside = new AsyncLocalStorage<string>();

  constructor(dataSource: DataSource) {
    this.units =
      dataSource.options.type === 'postgres'
        ? new PostgresUnits(dataSource)
        : new SqliteUnits(dataSource);
  }

  /**
   * Runs `work` in a transaction of its own: all of it is kept, durably, or none. On PostgreSQL the closure is run
   * again, a bounded number of times, where the engine found it in conflict with another; so it may do nothing but use `tx`.
   */
  run<T>(name: string, work: Work<T>): Promise<T> {
    return this.units.run(name, this.guard(name, work));
  }

  /** Each work in a unit of its own, in the given order; one that fails does not stop the next. */
  runInOrder<T>(name: string, works: readonly Work<T>[]): Promise<PromiseSettledResult<T>[]> {
    return this.units.runInOrder(
      name,
      works.map((work) => this.guard(name, work)),
    );
  }

  /** Waits for what is under way and takes no more. */
  close(): Promise<void> {
    return this.units.close();
  }

  private guard<T>(name: string, work: Work<T>): Work<T> {
    const outer = this.inside.getStore();
    assert(outer === undefined, `unit of work "${name}" was begun inside "${outer}"`);
    return (tx) => this.inside.run(name, () => work(tx));
  }
}
