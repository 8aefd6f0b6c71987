import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import type { Proof } from './route-access.js';

/** What the guard leaves on a request, and others read from it. */
export interface SignedInRequest extends FastifyRequest {
  actor?: Actor;
  proof?: Proof;
  /** Whom or what the request was about, where its path does not say: for the audit. */
  subjectId?: string;
}
