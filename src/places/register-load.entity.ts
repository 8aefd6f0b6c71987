import { Entity } from 'typeorm';
import { IdPrimary, InstantColumn, TextColumn } from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** One row: which register the tables hold. */
@Entity('register_load')
export class RegisterLoadEntity {
  @IdPrimary() id: string;
  @TextColumn() hash: string;
  @InstantColumn() loadedAt: Instant;
}
