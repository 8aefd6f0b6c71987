import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { Role } from './actor.js';

@Entity('app_user')
export class UserEntity {
  @IdPrimary() id: string;
  @TextColumn() email: string;
  /** What addresses are compared by: see `credentials.ts`. */
  @TextColumn() emailKey: string;
  @TextColumn() name: string;
  @TextColumn() role: Role;
  @FlagColumn() active: boolean;
  /** Argon2id, with its salt and costs; null where this person cannot sign in by password yet. */
  @TextColumn({ nullable: true }) passwordHash: string | null;
  /** Null: all. */
  @JsonColumn({ nullable: true }) campaignIds: string[] | null;
  /** Null: all. */
  @JsonColumn({ nullable: true }) districtCodes: string[] | null;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
  @IntegerColumn() version: number;
}
