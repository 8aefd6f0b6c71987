import type { Reader } from '../platform/database/transaction.js';
import type { Finding, InvariantName } from './invariants.js';

/** Derives one invariant, or a part of one, from the entries alone; reads in chunks and writes nothing. */
export interface InvariantCheck {
  readonly name: InvariantName;
  run(reader: Reader): Promise<Finding>;
}

/** The checks that other capabilities add to those of the ledger; the composition of the application provides them. */
export const INVARIANT_CHECKS = Symbol('INVARIANT_CHECKS');
