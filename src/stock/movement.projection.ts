import type { Transaction } from '../platform/database/transaction.js';
import type { Booked } from './ledger.js';

/**
 * What is kept beside the ledger so that reading does not slow down as it grows: brought up to date in the transaction
 * that books, and rebuilt from the entries alone.
 */
export interface MovementProjection {
  apply(tx: Transaction, booked: Booked): Promise<void>;
  rebuild(tx: Transaction): Promise<void>;
}

/** The projections, in the order in which they are applied; the composition of the application provides them. */
export const MOVEMENT_PROJECTIONS = Symbol('MOVEMENT_PROJECTIONS');
