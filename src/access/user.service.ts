import { Injectable } from '@nestjs/common';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { type Page, type PageQuery, readPage } from '../platform/http/page.js';
import { type FieldError, Problem } from '../problem.js';
import type { Role } from './actor.js';
import type { Scopes, User, UserBrief } from './user.js';

type Row = Omit<User, 'active' | 'hasPassword' | 'campaignIds' | 'districtCodes'> & {
  readonly active: boolean | number;
  readonly hasPassword: boolean | number;
  readonly campaignIds: string | null;
  readonly districtCodes: string | null;
};

const COLUMNS = sql`id, email, name, role, active, password_hash IS NOT NULL AS "hasPassword",
  campaign_ids AS "campaignIds", district_codes AS "districtCodes", created_at AS "createdAt",
  changed_at AS "changedAt", version`;

export type ScopeCheck = (reader: Reader, scopes: Scopes) => Promise<void>;

/** The people who can sign in, and what other capabilities may ask about them. */
@Injectable()
export class UserService {
  private readonly scopeChecks: ScopeCheck[] = [];

  constructor(private readonly reads: ReadConnection) {}

  /** Those who know campaigns and districts say which exist: the check throws `unknown_reference` otherwise. */
  registerScopeCheck(check: ScopeCheck): void {
    this.scopeChecks.push(check);
  }

  async checkScopes(reader: Reader, scopes: Scopes): Promise<void> {
    for (const check of this.scopeChecks) await check(reader, scopes);
  }

  list(filter: { role?: Role | undefined; active?: boolean | undefined }, page: PageQuery) {
    return this.readUsers<User>(COLUMNS, filter, page, readUser);
  }

  /** Only active people, and only their names. */
  listNames(role: Role, page: PageQuery): Promise<Page<Pick<User, 'id' | 'name'>>> {
    return this.readUsers(sql`id, name`, { role, active: true }, page);
  }

  get(id: string): Promise<User> {
    return requireUser(this.reads, id);
  }

  async names(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
    const briefs = await this.briefs(reader, ids);
    return new Map([...briefs].map(([id, { name }]) => [id, name]));
  }

  async briefs(reader: Reader, ids: readonly string[]): Promise<Map<string, UserBrief>> {
    if (ids.length === 0) return new Map();
    const rows = await reader.query<Omit<UserBrief, 'active'> & { active: boolean | number }>(sql`
      SELECT id, name, role, active FROM app_user
      WHERE ${sql.isIn(reader.engine, sql`id`, [...new Set(ids)])}`);
    return new Map(rows.map((row) => [row.id, { ...row, active: Boolean(row.active) }]));
  }

  /**
   * Active people, in the order of the ids.
   * @throws Problem `unknown_reference`, or `rule` for whoever is not active
   */
  async requireAll(
    reader: Reader,
    ids: readonly string[],
    pathOf: (index: number) => string,
  ): Promise<UserBrief[]> {
    const briefs = await this.briefs(reader, ids);
    const unknown = ids.flatMap((id, index) =>
      briefs.has(id) ? [] : [describeUnknown(id, pathOf(index))],
    );
    if (unknown.length > 0) throw new Problem('unknown_reference', { errors: unknown });
    const found = ids.map((id) => briefs.get(id)!);
    const inactive = found.flatMap((user, index) =>
      user.active ? [] : [describeInactive(user, pathOf(index))],
    );
    if (inactive.length > 0) throw new Problem('rule', { errors: inactive });
    return found;
  }

  /** Active volunteers: those to whom consignments are assigned. */
  async requireVolunteers(
    reader: Reader,
    ids: readonly string[],
    pathOf: (index: number) => string,
  ): Promise<UserBrief[]> {
    const users = await this.requireAll(reader, ids, pathOf);
    const others = users.flatMap((user, index) =>
      user.role === 'volunteer' ? [] : [describeNoVolunteer(user, pathOf(index))],
    );
    if (others.length > 0) throw new Problem('rule', { errors: others });
    return users;
  }

  private readUsers<T>(
    select: Sql,
    filter: { role?: Role | undefined; active?: boolean | undefined },
    page: PageQuery,
    map?: (row: Row) => T,
  ): Promise<Page<T>> {
    const where: Sql[] = [];
    if (filter.role !== undefined) where.push(sql`role = ${filter.role}`);
    if (filter.active !== undefined) where.push(sql`active = ${filter.active}`);
    return readPage<T>(this.reads, {
      select,
      from: sql`app_user`,
      where,
      order: [{ column: 'name' }, { column: 'id' }],
      limit: page.limit,
      cursor: page.cursor,
      ...(map === undefined ? {} : { map }),
    });
  }
}

/** @throws Problem `not_found` */
export async function requireUser(reader: Reader, id: string): Promise<User> {
  const row = await reader.one<Row>(sql`SELECT ${COLUMNS} FROM app_user WHERE id = ${id}`);
  if (row === undefined) throw new Problem('not_found');
  return readUser(row);
}

function readUser(row: Row): User {
  return {
    ...row,
    active: Boolean(row.active),
    hasPassword: Boolean(row.hasPassword),
    campaignIds: row.campaignIds === null ? null : (JSON.parse(row.campaignIds) as string[]),
    districtCodes: row.districtCodes === null ? null : (JSON.parse(row.districtCodes) as string[]),
  };
}

function describeUnknown(id: string, path: string): FieldError {
  return {
    path,
    message: {
      en: `There is nobody with the id ${id}. Choose somebody from the list of people.`,
      sr: `Ne postoji osoba sa oznakom ${id}. Izaberite nekoga sa spiska.`,
    },
  };
}

function describeInactive(user: UserBrief, path: string): FieldError {
  return {
    path,
    message: {
      en: `${user.name} is no longer active. Choose somebody else.`,
      sr: `Nalog ${user.name} više nije aktivan. Izaberite nekog drugog.`,
    },
  };
}

function describeNoVolunteer(user: UserBrief, path: string): FieldError {
  return {
    path,
    message: {
      en: `${user.name} is not a volunteer (${user.role}). Choose a volunteer.`,
      sr: `${user.name} nije volonter (uloga: ${user.role}). Izaberite volontera.`,
    },
  };
}
