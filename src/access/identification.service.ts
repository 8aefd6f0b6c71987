import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { sha256 } from '../platform/ids/ids.js';
import type { Instant } from '../time.js';
import type { Actor, Role, TokenScope } from './actor.js';
import type { Proof } from './route-access.js';
import { endOfSession, isUseWorthNoting } from './session.js';

/** Whose a request is, and how that was proved. */
export interface Identity {
  readonly actor: Actor;
  readonly proof: Proof;
}

interface ProofRow {
  readonly proofId: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
  readonly scopes: string | null;
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly campaignIds: string | null;
  readonly districtCodes: string | null;
}

const ACTOR_COLUMNS = sql`u.id, u.name, u.role, u.campaign_ids AS "campaignIds",
  u.district_codes AS "districtCodes"`;

/** The token that a session's pages send back; it follows from the cookie's secret, which no page can read. */
export function csrfTokenOf(sessionSecret: string): string {
  return sha256(`csrf:${sessionSecret}`);
}

/**
 * Finds whose a cookie or a token is, by one indexed query a request: nothing is remembered in between, so whoever is
 * deactivated or revoked is out at once, in every instance.
 */
@Injectable()
export class Identification {
  private readonly logger = new Logger('Access');
  /** What is being written down right now, so that requests at the same time write it once. */
  private readonly noting = new Set<string>();

  constructor(
    private readonly reads: ReadConnection,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async identifySession(secret: string): Promise<Identity | undefined> {
    const now = this.clock.now();
    const row = await this.reads.one<ProofRow>(sql`
      SELECT s.id AS "proofId", s.created_at AS "createdAt", s.used_at AS "usedAt", NULL AS scopes, ${ACTOR_COLUMNS}
      FROM session s JOIN app_user u ON u.id = s.user_id
      WHERE s.secret_hash = ${sha256(secret)} AND s.expires_at > ${now} AND u.active = TRUE`);
    if (row === undefined) return undefined;
    const expiresAt = endOfSession(row.createdAt, now);
    this.noteUse(
      row,
      now,
      sql`UPDATE session SET used_at = ${now}, expires_at = ${expiresAt} WHERE id = ${row.proofId}`,
    );
    const csrfToken = csrfTokenOf(secret);
    return { actor: readActor(row), proof: { kind: 'session', sessionId: row.proofId, csrfToken } };
  }

  async identifyToken(secret: string): Promise<Identity | undefined> {
    const now = this.clock.now();
    const row = await this.reads.one<ProofRow>(sql`
      SELECT t.id AS "proofId", t.created_at AS "createdAt", t.used_at AS "usedAt", t.scopes, ${ACTOR_COLUMNS}
      FROM access_token t JOIN app_user u ON u.id = t.user_id
      WHERE t.secret_hash = ${sha256(secret)} AND (t.expires_at IS NULL OR t.expires_at > ${now})
        AND u.active = TRUE`);
    if (row === undefined) return undefined;
    this.noteUse(row, now, sql`UPDATE access_token SET used_at = ${now} WHERE id = ${row.proofId}`);
    const scopes = JSON.parse(row.scopes ?? '[]') as TokenScope[];
    return { actor: readActor(row), proof: { kind: 'token', tokenId: row.proofId, scopes } };
  }

  private noteUse(row: ProofRow, now: Instant, update: Sql): void {
    if (!isUseWorthNoting(row.usedAt, now) || this.noting.has(row.proofId)) return;
    this.noting.add(row.proofId);
    void this.unitOfWork
      .run('note use', (tx) => tx.execute(update))
      .catch((error: unknown) =>
        this.logger.warn(`The use of a sign-in was not noted: ${String(error)}`),
      )
      .finally(() => this.noting.delete(row.proofId));
  }
}

function readActor(row: ProofRow): Actor {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    campaignIds: readList(row.campaignIds),
    districtCodes: readList(row.districtCodes),
  };
}

function readList(json: string | null): string[] | null {
  return json === null ? null : (JSON.parse(json) as string[]);
}
