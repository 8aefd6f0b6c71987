import assert from 'node:assert';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from './actor.js';
import type { Proof } from './route-access.js';
import type { SignedInRequest } from './signed-in-request.types.js';

/** The one who is signed in. Only on routes with `@Roles`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  assert(actor !== undefined, 'a route that reads the actor is not public');
  return actor;
});

/** How they proved it. Only on routes with `@Roles`. */
export const CurrentProof = createParamDecorator((_: unknown, context: ExecutionContext): Proof => {
  const { proof } = context.switchToHttp().getRequest<SignedInRequest>();
  assert(proof !== undefined, 'a route that reads the proof is not public');
  return proof;
});
