import { Entity } from 'typeorm';
import { IdPrimary, InstantColumn, TextColumn } from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** The link that start printed while there was no user. */
@Entity('first_administrator_link')
export class FirstAdministratorLinkEntity {
  @IdPrimary() id: string;
  @TextColumn() secretHash: string;
  @InstantColumn() createdAt: Instant;
}
