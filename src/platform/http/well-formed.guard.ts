import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../problem.js';
import { refuseTooDeep, refuseUnkeepable } from './well-formed.js';

/** `RouteParamtypes.QUERY` of Nest, which it does not export. */
const QUERY = 4;
const BODY = 3;

/**
 * Text that a database or a phone could not keep (NUL, half a surrogate pair) is refused before anything reads it, and
 * so are parameters and bodies that a route does not take at all.
 */
@Injectable()
export class WellFormedGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseUnkeepable(request.params, 'path');
    refuseTooDeep(request.query, 'query');
    refuseUnkeepable(request.query, 'query');
    refuseTooDeep(request.body, '');
    if (!readsItemsOneByOne(context)) refuseUnkeepable(request.body, '');
    const query = Object.keys(request.query ?? {});
    if (query.length > 0 && !takes(context, QUERY)) throw unknownParameter(query[0]!);
    refuseNonObject(request, takes(context, BODY));
    return true;
  }
}

const ITEMS_ONE_BY_ONE = 'http:items-one-by-one';

/** A route whose body is a list in which one bad item must not spoil the others: it looks at each text itself. */
export const ReadsItemsOneByOne = (): MethodDecorator => SetMetadata(ITEMS_ONE_BY_ONE, true);

function readsItemsOneByOne(context: ExecutionContext): boolean {
  return Reflect.getMetadata(ITEMS_ONE_BY_ONE, context.getHandler()) === true;
}

function takes(context: ExecutionContext, kind: number): boolean {
  const routeArguments = (Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) ?? {}) as Record<string, unknown>;
  return Object.keys(routeArguments).some((key) => key.startsWith(`${kind}:`));
}

/** Every body is an object, whatever route it is sent to. */
function refuseNonObject(request: FastifyRequest, bodyIsTaken: boolean): void {
  const { body } = request;
  if (Buffer.isBuffer(body)) return;
  if (!bodyIsTaken && (body === undefined || body === null)) return;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (isObject && bodyIsTaken) return;
  if (isObject && Object.keys(body).length === 0) return;
  if (body === undefined && request.method !== RequestMethod[RequestMethod.GET]) {
    // A command whose members are all optional may come without a body.
    request.body = {};
    return;
  }
  throw new Problem('malformed', {
    detail: bodyIsTaken
      ? { en: 'The body must be a JSON object.', sr: 'Telo zahteva mora biti JSON objekat.' }
      : {
          en: 'This route takes no body. Send it without one.',
          sr: 'Ova adresa ne prima telo zahteva. Pošaljite je bez njega.',
        },
  });
}

function unknownParameter(name: string): Problem {
  return new Problem('malformed', {
    errors: [
      {
        path: name,
        message: {
          en: 'This query parameter is not known here.',
          sr: 'Ovaj parametar upita ovde nije poznat.',
        },
      },
    ],
  });
}
