/**
 * The rule: deny by default. A route is open to named roles, or to everybody; one that says neither is a mistake of
 * ours and keeps the service from starting.
 */
import { Problem } from '../problem.js';
import type { Role, TokenScope } from './actor.js';
import { isReading, scopeOf } from './personal-token.js';

export type RouteAccess =
  | { readonly kind: 'public'; readonly throttled: boolean }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

/** How a request proved whose it is. */
export type Proof =
  | { readonly kind: 'session'; readonly sessionId: string; readonly csrfToken: string }
  | { readonly kind: 'token'; readonly tokenId: string; readonly scopes: readonly TokenScope[] };

/** A browser sends its cookie whoever asks; a request that changes something must also show the session's CSRF token. */
export function csrfTokenFor(method: string, proof: Proof): string | undefined {
  return proof.kind === 'session' && !isReading(method) ? proof.csrfToken : undefined;
}

export function requireScope(method: string, proof: Proof): void {
  if (proof.kind === 'session' || proof.scopes.includes(scopeOf(method))) return;
  throw new Problem('forbidden', {
    detail: {
      en: `Your token lacks the scope "${scopeOf(method)}". Make one that has it.`,
      sr: `Vaš token nema ovlašćenje „${scopeOf(method)}“. Napravite token koji ga ima.`,
    },
  });
}

const NAMES: Readonly<Record<Role, string>> = {
  administrator: 'administrator',
  coordinator: 'koordinator',
  manager: 'menadžer',
  volunteer: 'volonter',
};

export function requireRole(role: Role, allowed: readonly Role[]): void {
  if (allowed.includes(role)) return;
  throw new Problem('forbidden', {
    detail: {
      en: `Your role (${role}) may not do this; it is for: ${allowed.join(', ')}.`,
      sr: `Vaša uloga (${NAMES[role]}) ovo ne sme; to može: ${allowed.map((each) => NAMES[each]).join(', ')}.`,
    },
  });
}
