import type { DataSource, QueryRunner } from 'typeorm';
import { Transaction } from './transaction.js';
import type { Units, Work } from './units.js';

const MAXIMUM_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5;

/** Serialization failure and deadlock: the engine asks for the whole transaction again. */
const TRY_AGAIN = new Set(['40001', '40P01']);

/** PostgreSQL: a pooled transaction at READ COMMITTED with explicit locks. */
export class PostgresUnits implements Units {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly dataSource: DataSource) {}

  run<T>(_name: string, work: Work<T>): Promise<T> {
    const running = this.runWithRetries(work);
    this.underWay.add(running);
    const forget = (): void => void this.underWay.delete(running);
    running.then(forget, forget);
    return running;
  }

  async runInOrder<T>(name: string, works: readonly Work<T>[]): Promise<PromiseSettledResult<T>[]> {
    const results: PromiseSettledResult<T>[] = [];
    for (const work of works) {
      results.push(...(await Promise.allSettled([this.run(name, work)])));
    }
    return results;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  private async runWithRetries<T>(work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt >= MAXIMUM_ATTEMPTS || !TRY_AGAIN.has(sqlStateOf(error))) throw error;
        // The two that met must not meet again: wait longer each time.
        await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
      }
    }
  }

  private async attempt<T>(work: Work<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const value = await work(new Transaction('postgres', runner));
      await runner.commitTransaction();
      return value;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  // A lost connection cannot roll back and need not: the server has done it.
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}

function sqlStateOf(error: unknown): string {
  const driverError = (error as { driverError?: { code?: unknown } } | undefined)?.driverError;
  return typeof driverError?.code === 'string' ? driverError.code : '';
}
