import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId, newSecret, sha256 } from '../platform/ids/ids.js';
import { endOfSession, SESSION_LONGEST_MS } from './session.js';
import { csrfTokenOf } from './identification.service.js';

/** What a browser is given: the secret goes into its cookie and nowhere else. */
export interface OpenedSession {
  readonly secret: string;
  readonly csrfToken: string;
  readonly longestSeconds: number;
}

/** Sessions live in the database, so they outlive a restart and work in every instance. */
@Injectable()
export class SessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  open(userId: string): Promise<OpenedSession> {
    return this.unitOfWork.run('sign in', (tx) => this.openIn(tx, userId));
  }

  async openIn(tx: Transaction, userId: string): Promise<OpenedSession> {
    const now = this.clock.now();
    const secret = newSecret();
    await tx.execute(sql`DELETE FROM session WHERE expires_at <= ${now}`);
    await tx.insert('session', [
      {
        id: newId(),
        user_id: userId,
        secret_hash: sha256(secret),
        created_at: now,
        used_at: now,
        expires_at: endOfSession(now, now),
      },
    ]);
    return { secret, csrfToken: csrfTokenOf(secret), longestSeconds: SESSION_LONGEST_MS / 1000 };
  }

  close(sessionId: string): Promise<void> {
    return this.unitOfWork.run('sign out', async (tx) => {
      await tx.execute(sql`DELETE FROM session WHERE id = ${sessionId}`);
    });
  }

  /** Signs a person out everywhere. */
  async closeAllOf(tx: Transaction, userId: string): Promise<void> {
    await tx.execute(sql`DELETE FROM session WHERE user_id = ${userId}`);
  }

  /** Signs a person out everywhere else. */
  async closeOthersOf(tx: Transaction, userId: string, keptSessionId: string): Promise<void> {
    await tx.execute(sql`DELETE FROM session WHERE user_id = ${userId} AND id <> ${keptSessionId}`);
  }
}
