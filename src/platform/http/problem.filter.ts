import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Problem, PROBLEMS, type ProblemCode } from '../../problem.js';
import { readViolation, type Violation } from '../database/violation.js';
import { LOGGER } from '../logging/logger.js';
import { languageOf, type Language, say } from './language.js';

/** A `type` is a name, not an address to open: the codes are listed in the OpenAPI document. */
const TYPE_PREFIX = 'urn:domet:problem:';

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/**
 * What the database refuses though a use case did not foresee it: two that met at the same moment. The next attempt sees
 * the other's work and gets a better sentence.
 */
const CODE_OF_VIOLATION: Readonly<Record<Violation, ProblemCode>> = {
  foreign_key: 'unknown_reference',
  unique: 'duplicate',
  check: 'conflict',
  value: 'malformed',
};

/** The one writer of `application/problem+json` (RFC 9457). */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem === undefined) this.logger.error({ err: error, url: request.url }, 'unexpected');
    const body =
      problem === undefined
        ? unexpected(request)
        : describeProblem(problem, languageOf(request), request.url);
    const retryAfter = problem?.extra['retryAfterSeconds'];
    if (typeof retryAfter === 'number') void reply.header('Retry-After', String(retryAfter));
    // Set by hand: Fastify would add a charset, which JSON does not have.
    void reply
      .status(body.status)
      .header('Content-Type', 'application/problem+json')
      .send(Buffer.from(JSON.stringify(body)));
  }
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance?: string;
  readonly errors: { path: string; message: string }[];
}

export function describeProblem(
  problem: Problem,
  language: Language,
  instance?: string,
): ProblemBody {
  const { status, title } = PROBLEMS[problem.code];
  return {
    ...problem.extra,
    type: `${TYPE_PREFIX}${problem.code}`,
    title: say(title, language),
    status,
    detail: say(problem.detail, language),
    code: problem.code,
    ...(instance === undefined ? {} : { instance }),
    errors: problem.errors.map(({ path, message }) => ({ path, message: say(message, language) })),
  };
}

function unexpected(request: FastifyRequest): ProblemBody {
  const language = languageOf(request);
  return {
    type: `${TYPE_PREFIX}unexpected`,
    title: say({ en: 'Something went wrong here', sr: 'Nešto je kod nas pošlo naopako' }, language),
    status: 500,
    detail: say(
      {
        en: 'Nothing was kept of this request. Send it again; if it happens again, tell the administrator.',
        sr: 'Ništa od ovog zahteva nije sačuvano. Pošaljite ga ponovo; ako se ponovi, javite administratoru.',
      },
      language,
    ),
    code: 'unexpected',
    instance: request.url,
    errors: [],
  };
}

/** What the user did wrong, or undefined where it was us. */
function toProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const violation = readViolation(error);
  if (violation !== undefined) return new Problem(CODE_OF_VIOLATION[violation]);
  const status = error instanceof HttpException ? error.getStatus() : statusOfFastify(error);
  if (status === undefined || status >= 500) return undefined;
  return new Problem(CODE_OF_STATUS[status] ?? 'malformed');
}

/** Fastify's own refusals (a truncated body, one that is too large, an unknown media type). */
function statusOfFastify(error: unknown): number | undefined {
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  return typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number'
    ? statusCode
    : error instanceof SyntaxError && typeof statusCode === 'number'
      ? statusCode
      : undefined;
}
