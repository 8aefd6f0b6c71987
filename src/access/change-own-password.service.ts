import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Problem } from '../problem.js';
import { normalisePassword, requirePassword } from './credentials.js';
import { Passwords } from './passwords.service.js';
import { SessionService } from './session.service.js';

export interface OwnPasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The session that asks stays; undefined where a token asks. */
  readonly sessionId: string | undefined;
}

interface Account {
  readonly email: string;
  readonly passwordHash: string | null;
}

/** Whoever knows their password gives themselves another; wherever else they are signed in, they are signed out. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly reads: ReadConnection,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
  ) {}

  /** @throws Problem `rule` where the present password is wrong, or the new one too weak or no new one */
  async run(userId: string, change: OwnPasswordChange): Promise<void> {
    const { currentPassword, newPassword, sessionId } = change;
    const account = await this.reads.one<Account>(sql`
      SELECT email, password_hash AS "passwordHash" FROM app_user WHERE id = ${userId}`);
    const isRight = await this.passwords.verify(account?.passwordHash, currentPassword);
    if (account === undefined || !isRight) throw refuseCurrent();
    requirePassword(newPassword, account.email, 'newPassword');
    if (normalisePassword(newPassword) === normalisePassword(currentPassword)) throw refuseSame();
    const passwordHash = await this.passwords.hash(newPassword);
    await this.unitOfWork.run('change own password', async (tx) => {
      // Of two changes at the same time the second no longer knows the password that is in force.
      const changed = await tx.execute(sql`
        UPDATE app_user SET password_hash = ${passwordHash}, changed_at = ${this.clock.now()},
          version = version + 1
        WHERE id = ${userId} AND active = TRUE AND password_hash = ${account.passwordHash}`);
      if (changed === 0) throw refuseCurrent();
      if (sessionId === undefined) await this.sessions.closeAllOf(tx, userId);
      else await this.sessions.closeOthersOf(tx, userId, sessionId);
    });
  }
}

function refuseCurrent(): Problem {
  const message = {
    en: 'This is not your present password. Your password was not changed.',
    sr: 'Ovo nije vaša sadašnja lozinka. Lozinka nije promenjena.',
  };
  return new Problem('rule', { errors: [{ path: 'currentPassword', message }] });
}

function refuseSame(): Problem {
  const message = {
    en: 'This is the password that you have already. Choose another.',
    sr: 'To je lozinka koju već imate. Izaberite drugu.',
  };
  return new Problem('rule', { errors: [{ path: 'newPassword', message }] });
}
