import type { DataSource, QueryRunner } from 'typeorm';
import { Problem } from '../../problem.js';
import { Transaction } from './transaction.js';
import type { Units, Work } from './units.js';

interface Waiting {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What one unit came to; told to its caller only after the commit that it shares. */
type Outcome = { readonly unit: Waiting } & (
  { readonly value: unknown } | { readonly error: unknown }
);

const MAXIMUM_WAITING_UNITS = 10_000;
const MAXIMUM_UNITS_A_COMMIT = 64;
/** Of a long list so many wait at a time: whoever else writes waits for these at most, not for all of it. */
const MAXIMUM_UNITS_AHEAD = 32;

/**
 * SQLite has one writer, and TypeORM one query runner for it: concurrent transactions would mix. So units wait in a
 * queue, first in, first out; those that wait together share one commit (the costly flush to disk), each in a savepoint
 * of its own.
 */
export class SqliteUnits implements Units {
  private readonly queue: Waiting[] = [];
  private readonly runner: QueryRunner;
  private draining: Promise<void> | undefined;
  private closed = false;

  constructor(dataSource: DataSource) {
    this.runner = dataSource.createQueryRunner();
  }

  run<T>(_name: string, work: Work<T>): Promise<T> {
    if (this.closed || this.queue.length >= MAXIMUM_WAITING_UNITS) {
      return Promise.reject(new Problem('busy'));
    }
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.draining ??= this.drain();
    });
  }

  async runInOrder<T>(name: string, works: readonly Work<T>[]): Promise<PromiseSettledResult<T>[]> {
    const results: PromiseSettledResult<T>[] = [];
    for (let start = 0; start < works.length; start += MAXIMUM_UNITS_AHEAD) {
      const some = works.slice(start, start + MAXIMUM_UNITS_AHEAD);
      results.push(...(await Promise.allSettled(some.map((work) => this.run(name, work)))));
    }
    return results;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
  }

  private async drain(): Promise<void> {
    // The first unit waits a turn of the event loop, so that units begun together share the commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) await this.commitTogether();
    // In the same turn as the look at the queue: nobody can come between.
    this.draining = undefined;
  }

  private async commitTogether(): Promise<void> {
    const outcomes: Outcome[] = [];
    try {
      await this.runner.query('BEGIN IMMEDIATE');
      while (outcomes.length < MAXIMUM_UNITS_A_COMMIT) {
        const unit = this.queue.shift();
        if (unit === undefined) break;
        outcomes.push({ unit, error: new Error('The transaction was not finished.') });
        outcomes[outcomes.length - 1] = await this.attempt(unit);
      }
      await this.runner.query('COMMIT');
    } catch (error) {
      await this.runner.query('ROLLBACK').catch(() => undefined);
      this.rejectAll(outcomes, error);
      return;
    }
    for (const outcome of outcomes) answer(outcome);
  }

  private async attempt(unit: Waiting): Promise<Outcome> {
    const tx = new Transaction('sqlite', this.runner);
    await this.runner.query('SAVEPOINT unit');
    try {
      const value = await unit.work(tx);
      await this.runner.query('RELEASE unit');
      return { unit, value };
    } catch (error) {
      await this.runner.query('ROLLBACK TO unit');
      await this.runner.query('RELEASE unit');
      return { unit, error };
    }
  }

  private rejectAll(outcomes: readonly Outcome[], error: unknown): void {
    const lost = outcomes.map((outcome) => outcome.unit);
    // Not even begun: somebody else holds the file. The first one waiting is told, so that the queue moves on.
    if (lost.length === 0) lost.push(...this.queue.splice(0, 1));
    for (const unit of lost) unit.reject(error);
  }
}

function answer(outcome: Outcome): void {
  if ('error' in outcome) outcome.unit.reject(outcome.error);
  else outcome.unit.resolve(outcome.value);
}
