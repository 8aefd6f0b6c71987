import type { Transaction } from './transaction.js';

export type Work<T> = (tx: Transaction) => Promise<T>;

/** One engine's way to run a unit of work whole or not at all. */
export interface Units {
  run<T>(name: string, work: Work<T>): Promise<T>;
  runInOrder<T>(name: string, works: readonly Work<T>[]): Promise<PromiseSettledResult<T>[]>;
  close(): Promise<void>;
}
