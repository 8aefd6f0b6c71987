/**
 * The rule: a personal access token does for its owner what its scopes say, until it expires: `read` what only reads,
 * `write` everything else. It cannot hand out more than it has.
 */
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { TOKEN_SCOPES, type TokenScope } from './actor.js';

const READING_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Tokens of one person at a time. */
export const MAXIMUM_TOKENS = 50;

export function isReading(method: string): boolean {
  return READING_METHODS.includes(method);
}

/** The scope that a request needs. */
export function scopeOf(method: string): TokenScope {
  return isReading(method) ? 'read' : 'write';
}

/** The scopes of a new token, in a fixed order; all that its maker has, where none is named. */
export function grantScopes(
  wanted: readonly TokenScope[] | undefined,
  held: readonly TokenScope[],
): TokenScope[] {
  if (wanted?.length === 0) {
    const message = {
      en: 'A token without a scope can do nothing. Name read, write or both, or leave scopes out.',
      sr: 'Token bez ovlašćenja ne može ništa. Navedite read, write ili oboje, ili izostavite scopes.',
    };
    throw new Problem('rule', { errors: [{ path: 'scopes', message }] });
  }
  const excess = wanted?.filter((scope) => !held.includes(scope)) ?? [];
  if (excess.length > 0) {
    throw new Problem('forbidden', {
      detail: {
        en: `Your token lacks the scope ${excess.join(', ')} and cannot pass it on. Sign in with your password instead.`,
        sr: `Vaš token nema ovlašćenje ${excess.join(', ')} i ne može da ga prenese. Prijavite se lozinkom.`,
      },
    });
  }
  return TOKEN_SCOPES.filter((scope) => (wanted ?? held).includes(scope));
}

/** @throws Problem `date_out_of_range` where it would be dead at birth. */
export function requireFutureExpiry(expiresAt: Instant | undefined, now: Instant): void {
  if (expiresAt === undefined || expiresAt > now) return;
  throw new Problem('date_out_of_range', {
    errors: [
      {
        path: 'expiresAt',
        message: {
          en: `${expiresAt} has passed. Give a moment to come, or leave it out for a token without an end.`,
          sr: `${expiresAt} je prošlo. Navedite budući trenutak, ili izostavite za token bez roka.`,
        },
      },
    ],
  });
}
