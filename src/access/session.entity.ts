import { Entity } from 'typeorm';
import { IdColumn, IdPrimary, InstantColumn, TextColumn } from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** A browser that is signed in. The secret itself is only in its cookie. */
@Entity('session')
export class SessionEntity {
  @IdPrimary() id: string;
  @IdColumn() userId: string;
  @TextColumn() secretHash: string;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() usedAt: Instant;
  @InstantColumn() expiresAt: Instant;
}
