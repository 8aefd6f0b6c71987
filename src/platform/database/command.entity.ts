import { Entity } from 'typeorm';
import type { Instant } from '../../time.js';
import { IdColumn, IdPrimary, InstantColumn, TextColumn } from './columns.js';

/** A command that succeeded: see `once.ts`. */
@Entity('command')
export class CommandEntity {
  @IdPrimary() id: string;
  @TextColumn() kind: string;
  @TextColumn() contentHash: string;
  @IdColumn() actorId: string;
  @InstantColumn() recordedAt: Instant;
}
