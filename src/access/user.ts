/**
 * How a person looks to those who may know: administrators see the account, others at most the name. The password's hash
 * leaves the database for nobody.
 */
import type { Instant } from '../time.js';
import type { Role } from './actor.js';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly campaignIds: string[] | null;
  readonly districtCodes: string[] | null;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
}

/** What another capability may know of a person. */
export interface UserBrief {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

/** What a person's work is limited to; null: no limit. */
export interface Scopes {
  readonly campaignIds: string[] | null;
  readonly districtCodes: string[] | null;
}
