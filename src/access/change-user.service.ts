import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Problem } from '../problem.js';
import type { Role } from './actor.js';
import { duplicateEmail, lockAdministrators, writeList } from './create-user.service.js';
import { emailKeyOf, requireEmail, requirePassword } from './credentials.js';
import {
  guardLastAdministrator,
  isActingAdministrator,
  type Standing,
} from './last-administrator.js';
import { Passwords } from './passwords.service.js';
import { SessionService } from './session.service.js';
import type { User } from './user.js';
import { requireUser, UserService } from './user.service.js';

/** What is absent stays as it is. */
export interface UserChange {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly password?: string | undefined;
  readonly active?: boolean | undefined;
  readonly campaignIds?: string[] | null | undefined;
  readonly districtCodes?: string[] | null | undefined;
}

/** Changes a person. A new password, or being switched off, signs them out everywhere. */
@Injectable()
export class ChangeUser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
    private readonly users: UserService,
  ) {}

  /** @throws Problem `not_found`, `stale`, `rule`, `duplicate`, `conflict` (the last administrator) */
  async run(id: string, version: number, change: UserChange): Promise<User> {
    const present = await this.users.get(id);
    const email = change.email === undefined ? undefined : requireEmail(change.email);
    if (change.password !== undefined) {
      requirePassword(change.password, email ?? present.email);
    }
    const passwordHash =
      change.password === undefined ? undefined : await this.passwords.hash(change.password);
    return this.unitOfWork.run('change user', async (tx) => {
      const before = await lockUser(tx, id, version);
      const after = { role: change.role ?? before.role, active: change.active ?? before.active };
      await guardAdministrators(tx, before, after);
      await this.users.checkScopes(tx, {
        campaignIds: change.campaignIds ?? null,
        districtCodes: change.districtCodes ?? null,
      });
      if (email !== undefined) await refuseTakenEmail(tx, id, email);
      const columns = [...columnsOf({ ...change, email }), ...passwordColumn(passwordHash)];
      await this.update(tx, id, columns);
      if (passwordHash !== undefined || !after.active) await this.sessions.closeAllOf(tx, id);
      return requireUser(tx, id);
    });
  }

  private async update(tx: Transaction, id: string, columns: readonly Sql[]): Promise<void> {
    const set = sql.join([
      ...columns,
      sql`changed_at = ${this.clock.now()}`,
      sql`version = version + 1`,
    ]);
    await tx.execute(sql`UPDATE app_user SET ${set} WHERE id = ${id}`);
  }
}

/** The person as of now, locked; all administrators first, so that two of them cannot step down at the same time. */
export async function lockUser(tx: Transaction, id: string, version: number): Promise<User> {
  await lockAdministrators(tx, id);
  const user = await requireUser(tx, id);
  if (user.version !== version) throw new Problem('stale');
  return user;
}

export async function guardAdministrators(
  tx: Transaction,
  before: User,
  after: Standing | undefined,
): Promise<void> {
  if (!isActingAdministrator(before)) return;
  const others = await tx.one<{ count: number }>(sql`
    SELECT COUNT(*) AS count FROM app_user
    WHERE role = 'administrator' AND active = TRUE AND id <> ${before.id}`);
  guardLastAdministrator(before, after, Number(others?.count ?? 0));
}

async function refuseTakenEmail(tx: Transaction, id: string, email: string): Promise<void> {
  const other = await tx.one(sql`
    SELECT id FROM app_user WHERE email_key = ${emailKeyOf(email)} AND id <> ${id}`);
  if (other !== undefined) throw duplicateEmail(email);
}

function columnsOf(change: UserChange): Sql[] {
  const columns: Sql[] = [];
  if (change.email !== undefined) {
    columns.push(sql`email = ${change.email}`, sql`email_key = ${emailKeyOf(change.email)}`);
  }
  if (change.name !== undefined) columns.push(sql`name = ${change.name}`);
  if (change.role !== undefined) columns.push(sql`role = ${change.role}`);
  if (change.active !== undefined) columns.push(sql`active = ${change.active}`);
  if (change.campaignIds !== undefined) {
    columns.push(sql`campaign_ids = ${writeList(change.campaignIds)}`);
  }
  if (change.districtCodes !== undefined) {
    columns.push(sql`district_codes = ${writeList(change.districtCodes)}`);
  }
  return columns;
}

function passwordColumn(passwordHash: string | undefined): Sql[] {
  return passwordHash === undefined ? [] : [sql`password_hash = ${passwordHash}`];
}
