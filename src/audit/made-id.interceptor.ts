import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type Observable, tap } from 'rxjs';
import { Made } from '../platform/http/made.js';

export interface AuditedRequest {
  /** The id of what the request made. */
  madeId?: unknown;
}

/** Notes on the request the id of what it made, since the answer is text when the audit comes. */
@Injectable()
export class MadeIdInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuditedRequest>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        const body: unknown = answer instanceof Made ? answer.body : undefined;
        if (typeof body === 'object' && body !== null && 'id' in body) request.madeId = body.id;
      }),
    );
  }
}
