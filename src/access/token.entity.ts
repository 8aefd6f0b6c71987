import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { TokenScope } from './actor.js';

/** A personal access token. The secret itself is shown once, to its owner. */
@Entity('access_token')
export class TokenEntity {
  @IdPrimary() id: string;
  @IdColumn() userId: string;
  @TextColumn() name: string;
  @TextColumn() secretHash: string;
  @JsonColumn() scopes: TokenScope[];
  @InstantColumn() createdAt: Instant;
  @InstantColumn({ nullable: true }) usedAt: Instant | null;
  @InstantColumn({ nullable: true }) expiresAt: Instant | null;
}
