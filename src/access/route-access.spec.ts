import { ROLES, type Role } from './actor.js';
import { grantScopes, requireFutureExpiry } from './personal-token.js';
import { csrfTokenFor, type Proof, requireRole, requireScope } from './route-access.js';

const session: Proof = { kind: 'session', sessionId: 's', csrfToken: 'c' };
const token = (...scopes: ('read' | 'write')[]): Proof => ({ kind: 'token', tokenId: 't', scopes });

describe('a request', () => {
  it('shows the CSRF token where a cookie would change something, and only there', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(csrfTokenFor(method, session)).toBeUndefined();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(csrfTokenFor(method, session)).toBe('c');
      expect(csrfTokenFor(method, token('write'))).toBeUndefined();
    }
  });

  it.each([
    ['GET', session, true],
    ['POST', session, true],
    ['GET', token('read'), true],
    ['POST', token('read'), false],
    ['GET', token('write'), false],
    ['DELETE', token('write'), true],
  ] as const)('%s with %j is in its scope: %s', (method, proof, fits) => {
    const attempt = (): void => requireScope(method, proof);
    if (fits) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('forbidden');
  });

  it('is for the roles that are named, and for nobody where none is', () => {
    const passes = (role: Role, allowed: readonly Role[]): boolean => {
      try {
        requireRole(role, allowed);
        return true;
      } catch {
        return false;
      }
    };
    for (const role of ROLES) {
      for (const allowed of ROLES) expect(passes(role, [allowed])).toBe(role === allowed);
      expect(passes(role, [])).toBe(false);
    }
  });
});

describe('a personal access token', () => {
  it('gets what is asked for, in a fixed order and once, and all that its maker has where nothing is', () => {
    expect(grantScopes(undefined, ['read', 'write'])).toEqual(['read', 'write']);
    expect(grantScopes(undefined, ['read'])).toEqual(['read']);
    expect(grantScopes(['write', 'read', 'write'], ['read', 'write'])).toEqual(['read', 'write']);
  });

  it('never gets more than its maker has, nor nothing', () => {
    expect(() => grantScopes(['read'], ['write'])).toThrow('forbidden');
    expect(() => grantScopes([], ['read', 'write'])).toThrow('rule');
  });

  it('expires in the future or not at all', () => {
    const now = '2026-03-01T09:00:00.000Z';
    expect(() => requireFutureExpiry(undefined, now)).not.toThrow();
    expect(() => requireFutureExpiry('2026-03-01T09:00:00.001Z', now)).not.toThrow();
    expect(() => requireFutureExpiry(now, now)).toThrow('date_out_of_range');
  });
});
