import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { newSecret, sha256 } from '../platform/ids/ids.js';
import { type Page, type PageQuery, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { TOKEN_SCOPES, type TokenScope } from './actor.js';
import { grantScopes, MAXIMUM_TOKENS, requireFutureExpiry } from './personal-token.js';

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: TokenScope[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly expiresAt: Instant | null;
}

export interface NewToken {
  readonly id?: string | undefined;
  readonly name: string;
  readonly scopes?: TokenScope[] | undefined;
  readonly expiresAt?: Instant | undefined;
}

type Row = Omit<Token, 'scopes'> & { readonly scopes: string };

const COLUMNS = sql`id, name, scopes, created_at AS "createdAt", used_at AS "lastUsedAt",
  expires_at AS "expiresAt"`;
const PREFIX = 'domet_';

/** Personal access tokens: for scripts, in the name of a person. Kept as a hash, so nobody can read them back. */
@Injectable()
export class TokenService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadConnection,
    private readonly once: Once,
    private readonly clock: Clock,
  ) {}

  /**
   * @param held what the one who asks may do by the way they signed in
   * @returns the token's secret only where this call made it
   * @throws Problem `date_out_of_range`, `forbidden` (more than held), `conflict` (too many)
   */
  create(
    userId: string,
    wanted: NewToken,
    held: readonly TokenScope[] = TOKEN_SCOPES,
  ): Promise<{ first: boolean; token: Token & { token?: string } }> {
    const scopes = grantScopes(wanted.scopes, held);
    const { name, expiresAt } = wanted;
    const secret = `${PREFIX}${newSecret()}`;
    return this.unitOfWork.run('create token', async (tx) => {
      const content = { userId, name, scopes, expiresAt };
      const claim = { id: wanted.id, kind: 'token', content, actorId: userId };
      const { id, first } = await this.once.claim(tx, claim);
      if (!first) return { first, token: await requireToken(tx, id, userId) };
      const now = this.clock.now();
      requireFutureExpiry(expiresAt, now);
      await refuseTooMany(tx, userId, now);
      const row = {
        id,
        user_id: userId,
        name,
        secret_hash: sha256(secret),
        scopes: JSON.stringify(scopes),
        created_at: now,
        used_at: null,
        expires_at: expiresAt ?? null,
      };
      await tx.insert('access_token', [row]);
      return { first, token: { ...(await requireToken(tx, id, userId)), token: secret } };
    });
  }

  list(userId: string, page: PageQuery): Promise<Page<Token>> {
    return readPage<Token>(this.reads, {
      select: COLUMNS,
      from: sql`access_token`,
      where: [sql`user_id = ${userId}`],
      order: [{ column: 'id' }],
      limit: page.limit,
      cursor: page.cursor,
      map: readToken,
    });
  }

  /** From the moment of the answer on, nothing can be done with it. @throws Problem `not_found` */
  revoke(id: string, userId: string): Promise<void> {
    return this.unitOfWork.run('revoke token', async (tx) => {
      const gone = await tx.execute(
        sql`DELETE FROM access_token WHERE id = ${id} AND user_id = ${userId}`,
      );
      if (gone === 0) throw new Problem('not_found');
    });
  }
}

function readToken(row: Row): Token {
  return { ...row, scopes: JSON.parse(row.scopes) as TokenScope[] };
}

async function requireToken(tx: Transaction, id: string, userId: string): Promise<Token> {
  const row = await tx.one<Row>(
    sql`SELECT ${COLUMNS} FROM access_token WHERE id = ${id} AND user_id = ${userId}`,
  );
  if (row === undefined) throw new Problem('not_found');
  return readToken(row);
}

/** What has expired makes room. */
async function refuseTooMany(tx: Transaction, userId: string, now: Instant): Promise<void> {
  await tx.execute(
    sql`DELETE FROM access_token WHERE user_id = ${userId} AND expires_at <= ${now}`,
  );
  const present = await tx.one<{ count: number }>(
    sql`SELECT COUNT(*) AS count FROM access_token WHERE user_id = ${userId}`,
  );
  if (Number(present?.count ?? 0) < MAXIMUM_TOKENS) return;
  throw new Problem('conflict', {
    detail: {
      en: `You have ${MAXIMUM_TOKENS} tokens. Revoke one that you no longer need.`,
      sr: `Imate ${MAXIMUM_TOKENS} tokena. Opozovite neki koji vam više ne treba.`,
    },
  });
}
