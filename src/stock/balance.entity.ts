import { Entity } from 'typeorm';
import type { Instant } from '../time.js';
import { IdPrimary, InstantColumn, QuantityColumn } from '../platform/database/columns.js';
import type { Account } from './account.js';

/** What lies in an account of a lot now; in transit for each consignment. Rebuilt from the entries by replay. */
@Entity('balance')
export class BalanceEntity {
  @IdPrimary() account: Account;
  @IdPrimary() lotId: string;
  /** Empty but for what is in transit. */
  @IdPrimary() consignmentId: string;
  @QuantityColumn() onHand: number;
  @QuantityColumn() reserved: number;
  /** Null while nothing was ever booked. */
  @InstantColumn({ nullable: true }) latestOccurredAt: Instant | null;
}
