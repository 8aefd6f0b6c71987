import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId, newSecret, sha256 } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import { CreateUser } from './create-user.service.js';
import { type OpenedSession, SessionService } from './session.service.js';
import type { User } from './user.js';
import { requireUser } from './user.service.js';

export interface FirstAdministratorRequest {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Whoever can read what the server prints may make the first administrator; nobody else, and only once. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly reads: ReadConnection,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly createUser: CreateUser,
    private readonly sessions: SessionService,
  ) {}

  /** A new link, good once, to print at start; undefined where there are users. Earlier links end. */
  link(baseUrl: string): Promise<string | undefined> {
    const secret = newSecret();
    return this.unitOfWork.run('print first link', async (tx) => {
      await tx.execute(sql`DELETE FROM first_administrator_link`);
      if (await hasUsers(tx)) return undefined;
      await tx.insert('first_administrator_link', [
        { id: newId(), secret_hash: sha256(secret), created_at: this.clock.now() },
      ]);
      return `${baseUrl.replace(/\/+$/, '')}/welcome?token=${secret}`;
    });
  }

  /** Whether the link can still be used. */
  isGood(token: string): Promise<boolean> {
    return isGood(this.reads, token);
  }

  /** @throws Problem `forbidden` (the link), `rule` (e-mail, password) */
  async run(request: FirstAdministratorRequest): Promise<{ user: User; session: OpenedSession }> {
    const { token, email, name, password } = request;
    // Before the costly hash, which is not for anybody who asks.
    if (!(await this.isGood(token))) throw linkIsSpent();
    const prepared = await this.createUser.prepare({
      email,
      name,
      role: 'administrator',
      password,
    });
    return this.unitOfWork.run('make first administrator', async (tx) => {
      // Two who hold the link at the same time: the second waits here and then finds no row.
      await tx.query(sql`SELECT id FROM first_administrator_link ORDER BY id${tx.forUpdate}`);
      if (!(await isGood(tx, token))) throw linkIsSpent();
      await tx.execute(sql`DELETE FROM first_administrator_link`);
      await this.createUser.createIn(tx, prepared);
      const session = await this.sessions.openIn(tx, prepared.id);
      return { user: await requireUser(tx, prepared.id), session };
    });
  }
}

async function isGood(reader: Reader, token: string): Promise<boolean> {
  const link = await reader.one(
    sql`SELECT id FROM first_administrator_link WHERE secret_hash = ${sha256(token)}`,
  );
  return link !== undefined && !(await hasUsers(reader));
}

async function hasUsers(reader: Reader): Promise<boolean> {
  return (await reader.one(sql`SELECT id FROM app_user LIMIT 1`)) !== undefined;
}

function linkIsSpent(): Problem {
  return new Problem('forbidden', {
    detail: {
      en: 'This link was used or belongs to an earlier start. Restart the service for a new one, or sign in.',
      sr: 'Ovaj link je iskorišćen ili je od ranijeg pokretanja. Pokrenite servis ponovo za nov link, ili se prijavite.',
    },
  });
}
