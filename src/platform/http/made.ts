import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** What a create or a command answers: `first` says whether this call made it (201) or repeated an earlier one (200). */
export class Made<T> {
  constructor(
    readonly first: boolean,
    readonly body: T,
  ) {}
}

/** Turns `Made` into status and body, and a body's `version` into its ETag. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof Made) {
          void reply.status(answer.first ? 201 : 200);
          return tag(reply, answer.body);
        }
        return tag(reply, answer);
      }),
    );
  }
}

function tag(reply: FastifyReply, body: unknown): unknown {
  if (typeof body === 'object' && body !== null && 'version' in body) {
    if (typeof body.version === 'number') void reply.header('ETag', `"${body.version}"`);
  }
  return body;
}
