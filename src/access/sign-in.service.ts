import { Injectable } from '@nestjs/common';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import { Problem } from '../problem.js';
import { emailKeyOf } from './credentials.js';
import { Passwords } from './passwords.service.js';
import { type OpenedSession, SessionService } from './session.service.js';
import { Throttling } from './throttling.service.js';

interface Account {
  readonly id: string;
  readonly active: boolean | number;
  readonly passwordHash: string | null;
}

export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly userId: string; readonly session: OpenedSession }
  /** The account whose password was wrong; undefined where there is none. For the record, never for the caller. */
  | { readonly kind: 'refused'; readonly userId: string | undefined };

/** Signs somebody in by e-mail and password; what went wrong does not show, not even in the time it takes. */
@Injectable()
export class SignIn {
  constructor(
    private readonly reads: ReadConnection,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
    private readonly throttling: Throttling,
  ) {}

  /** @throws Problem `too_many_requests` */
  async run(email: string, password: string, ip: string): Promise<SignInOutcome> {
    this.throttling.countSignIn(ip, email);
    const account = await this.reads.one<Account>(sql`
      SELECT id, active, password_hash AS "passwordHash" FROM app_user
      WHERE email_key = ${emailKeyOf(email)}`);
    const right = await this.passwords.verify(account?.passwordHash, password);
    if (account === undefined || !right || !account.active) {
      return { kind: 'refused', userId: account?.id };
    }
    this.throttling.forgiveSignIns(ip, email);
    return { kind: 'signed_in', userId: account.id, session: await this.sessions.open(account.id) };
  }
}

export function wrongCredentials(): Problem {
  return new Problem('wrong_credentials', {
    detail: {
      en: 'The e-mail or the password is wrong, or the account is switched off. Check both, or ask an administrator.',
      sr: 'E-pošta ili lozinka nije tačna, ili je nalog isključen. Proverite oboje ili pitajte administratora.',
    },
  });
}
