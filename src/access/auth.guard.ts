import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { Settings } from '../platform/config/settings.js';
import { sha256 } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import { Identification, type Identity } from './identification.service.js';
import { ACCESS_KEY } from './roles.decorator.js';
import { csrfTokenFor, requireRole, requireScope, type RouteAccess } from './route-access.js';
import { isBearer, readBearer, readSessionCookie } from './session-cookie.js';
import type { SignedInRequest } from './signed-in-request.types.js';
import { Throttling } from './throttling.service.js';

/** Stands before every route: finds out whose the request is and whether they may. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identification: Identification,
    private readonly throttling: Throttling,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<SignedInRequest>();
    const access = this.accessOf(context);
    const identity = await this.identify(request);
    if (identity === undefined) {
      if (access.kind === 'roles' || access.throttled) this.throttling.countAnonymous(request.ip);
      if (access.kind === 'public') return true;
      void http.getResponse<FastifyReply>().header('WWW-Authenticate', 'Bearer realm="domet"');
      throw unauthenticated(request);
    }
    request.actor = identity.actor;
    request.proof = identity.proof;
    if (access.kind === 'roles') admit(request, identity, access.roles);
    return true;
  }

  private accessOf(context: ExecutionContext): RouteAccess {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    // Start refuses such a route already; should one come up nevertheless, nobody may call it.
    return access ?? { kind: 'roles', roles: [] };
  }

  private async identify(request: SignedInRequest): Promise<Identity | undefined> {
    const { authorization } = request.headers;
    if (isBearer(authorization)) {
      const secret = readBearer(authorization);
      return secret === undefined ? undefined : this.identification.identifyToken(secret);
    }
    const secret = readSessionCookie(this.settings.sessionCookie, request.headers.cookie);
    return secret === undefined ? undefined : this.identification.identifySession(secret);
  }
}

function admit(
  request: SignedInRequest,
  { actor, proof }: Identity,
  roles: Extract<RouteAccess, { kind: 'roles' }>['roles'],
): void {
  const csrfToken = csrfTokenFor(request.method, proof);
  if (csrfToken !== undefined) requireCsrfToken(request.headers['x-csrf-token'], csrfToken);
  requireScope(request.method, proof);
  requireRole(actor.role, roles);
}

function requireCsrfToken(shown: string | string[] | undefined, expected: string): void {
  // Hashed, so that both are equally long and the comparison takes the same time whatever was sent.
  const [a, b] = [sha256(String(shown)), sha256(expected)].map((text) => Buffer.from(text));
  if (timingSafeEqual(a!, b!)) return;
  throw new Problem('csrf_token', {
    detail: {
      en: 'Send the csrfToken of the sign-in (or of GET /auth/me) as X-CSRF-Token.',
      sr: 'Pošaljite csrfToken dobijen pri prijavi (ili od GET /auth/me) kao X-CSRF-Token.',
    },
  });
}

function unauthenticated(request: SignedInRequest): Problem {
  if (!isBearer(request.headers.authorization)) return new Problem('unauthenticated');
  return new Problem('unauthenticated', {
    detail: {
      en: 'This token is not known, has expired or was revoked. Make a new one.',
      sr: 'Ovaj token nije poznat, istekao je ili je opozvan. Napravite nov.',
    },
  });
}
