import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import type { Role } from './actor.js';
import { emailKeyOf, requireEmail, requireName, requirePassword } from './credentials.js';
import { Passwords } from './passwords.service.js';
import type { User } from './user.js';
import { requireUser, UserService } from './user.service.js';

export interface NewUser {
  readonly id?: string | undefined;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password?: string | undefined;
  readonly active?: boolean | undefined;
  readonly campaignIds?: string[] | null | undefined;
  readonly districtCodes?: string[] | null | undefined;
}

/** What is ready to be written: checked, and hashed outside the transaction. */
export interface PreparedUser {
  readonly id: string;
  readonly row: Record<string, unknown>;
  /** What makes two requests the same; the password is no part of it, since its fingerprint must not be kept. */
  readonly content: Record<string, unknown>;
}

/** Makes a person: for the interface, the command line and the first administrator alike. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly users: UserService,
  ) {}

  /**
   * @param actorId who makes them; absent: from the command line
   * @throws Problem `rule` (e-mail, password), `duplicate`, `id_reused`, `unknown_reference`
   */
  async run(user: NewUser, actorId?: string): Promise<{ first: boolean; user: User }> {
    const prepared = await this.prepare(user);
    return this.unitOfWork.run('create user', async (tx) => {
      const first = await this.createIn(tx, prepared, actorId);
      return { first, user: await requireUser(tx, prepared.id) };
    });
  }

  /** Checks and hashes: what takes time, and needs no transaction. */
  async prepare(user: NewUser): Promise<PreparedUser> {
    const email = requireEmail(user.email);
    const name = requireName(user.name);
    if (user.password !== undefined) requirePassword(user.password, email);
    const now = this.clock.now();
    const id = user.id ?? newId();
    const scopes = {
      campaignIds: user.campaignIds ?? null,
      districtCodes: user.districtCodes ?? null,
    };
    const content = {
      email,
      name,
      role: user.role,
      active: user.active ?? true,
      ...scopes,
    };
    const row = {
      id,
      email,
      email_key: emailKeyOf(email),
      name,
      role: content.role,
      active: content.active,
      password_hash: user.password === undefined ? null : await this.passwords.hash(user.password),
      campaign_ids: writeList(scopes.campaignIds),
      district_codes: writeList(scopes.districtCodes),
      created_at: now,
      changed_at: now,
      version: 1,
    };
    return { id, row, content };
  }

  /** Answers whether this made the person, or repeats what did. */
  async createIn(tx: Transaction, prepared: PreparedUser, actorId?: string): Promise<boolean> {
    const { id, content } = prepared;
    const { first } = await this.once.claim(tx, {
      id,
      kind: 'user',
      content,
      actorId: actorId ?? id,
    });
    if (!first) return false;
    await lockAdministrators(tx);
    await this.users.checkScopes(tx, {
      campaignIds: content['campaignIds'] as string[] | null,
      districtCodes: content['districtCodes'] as string[] | null,
    });
    const inserted = await tx.insert(
      'app_user',
      [prepared.row],
      sql`ON CONFLICT (email_key) DO NOTHING`,
    );
    if (inserted === 0) throw duplicateEmail(String(content['email']));
    return true;
  }
}

/** Whoever changes people waits here for whoever else does, so that what one checks stays true until it is written. */
export async function lockAdministrators(tx: Transaction, alsoId?: string): Promise<void> {
  await tx.query(sql`SELECT id FROM app_user
    WHERE role = 'administrator' OR id = ${alsoId ?? ''} ORDER BY id${tx.forUpdate}`);
}

export function writeList(list: readonly string[] | null): string | null {
  return list === null ? null : JSON.stringify(list);
}

export function duplicateEmail(email: string): Problem {
  return new Problem('duplicate', {
    errors: [
      {
        path: 'email',
        message: {
          en: `There is somebody with the e-mail ${email} already. Change that person, or give another address.`,
          sr: `Već postoji osoba sa e-poštom ${email}. Izmenite nju ili navedite drugu adresu.`,
        },
      },
    ],
  });
}
