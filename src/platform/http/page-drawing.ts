import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Language } from './language.js';

/** What the pages' build says of a page that it has drawn. */
export interface Drawing {
  readonly html: string;
  /** What its scripts go on from. */
  readonly drawn: unknown;
}

/** The door of the pages' build to the service: `drawPage` of `draw/draw.js`. */
interface DrawModule {
  drawPage(visit: {
    readonly address: string;
    readonly language: Language;
    readonly cookies: string;
    readonly ask: (request: Request) => Promise<Response>;
  }): Promise<Drawing | undefined>;
}

/** Each is some tens of milliseconds of work: whoever comes while so many are under way draws for themselves. */
const AT_ONCE = 4;
const PATIENCE_MS = 3_000;
const FILE = join('draw', 'draw.js');

const logger = new Logger('Pages');

type Draw = (request: FastifyRequest, language: Language) => Promise<Drawing | undefined>;

/**
 * Draws pages before they are sent, so that a slow line carries one answer, not three, before something is to be read. What the
 * page shows is asked of the service itself, as its reader: whoever may not see it does not. Undefined where the browser is to
 * draw: it can always.
 */
export function drawPages(server: FastifyInstance, directory: string): Draw {
  const file = join(directory, FILE);
  if (!existsSync(file)) return () => Promise.resolve(undefined);
  let module: Promise<DrawModule> | undefined;
  let underWay = 0;
  return async (request, language) => {
    if (underWay >= AT_ONCE) return undefined;
    underWay += 1;
    try {
      module ??= import(pathToFileURL(file).href) as Promise<DrawModule>;
      const { drawPage } = await module;
      const drawing = drawPage({
        address: request.url,
        language,
        cookies: request.headers.cookie ?? '',
        ask: (asked) => answer(server, request, language, asked),
      });
      return await Promise.race([drawing, wait(PATIENCE_MS, undefined, { ref: false })]);
    } catch (error) {
      logger.warn(`A page was left to the browser to draw: ${(error as Error).stack}`);
      return undefined;
    } finally {
      underWay -= 1;
    }
  };
}

/** What the same reader would get over the network. */
async function answer(
  server: FastifyInstance,
  { headers: { cookie }, ip }: FastifyRequest,
  language: Language,
  asked: Request,
): Promise<Response> {
  const { pathname, search } = new URL(asked.url);
  const { statusCode, headers, rawPayload } = await server.inject({
    method: 'GET',
    url: pathname + search,
    headers: {
      'accept-language': language,
      accept: 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
    },
    remoteAddress: ip,
  });
  return new Response(new Uint8Array(rawPayload), {
    status: statusCode,
    headers: { 'content-type': String(headers['content-type'] ?? '') },
  });
}
