import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../problem.js';

/** Reads `If-Match: "7"` as 7. A tag that is not ours matches nothing, so it is stale. */
export function readIfMatch(header: string | undefined): number {
  if (header === undefined || header.trim() === '') {
    throw new Problem('precondition_required', {
      detail: {
        en: 'Read it first and send the ETag that you got as If-Match, so that nobody’s change is overwritten.',
        sr: 'Prvo pročitajte i pošaljite dobijeni ETag kao If-Match, da se ničija izmena ne bi prepisala.',
      },
    });
  }
  const match = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim());
  return match === null ? -1 : Number(match[1]);
}

/** The version that the caller read. @throws Problem `precondition_required` where the header is absent. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The same where nothing may be there yet: undefined when the header is absent. */
export const IfMatchOptional = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    return header === undefined ? undefined : readIfMatch(header);
  },
);

/** Documents the header on a route. */
export const NeedsIfMatch = (required = true): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required,
      description: 'The ETag that you read. Stale: 412, absent: 428.',
      schema: { type: 'string', example: '"3"' },
    }),
  );
