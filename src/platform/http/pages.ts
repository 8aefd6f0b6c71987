import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseLanguage, type Language, LANGUAGES } from './language.js';
import { drawPages } from './page-drawing.js';
import { readShell } from './page-shell.js';

const LANGUAGE_COOKIE = 'domet_language';
const STYLES_COOKIE = 'domet_styles';
const THEME_COOKIE = 'domet_theme';
/** Of eleven: quick enough to be done for each reader. */
const BROTLI_QUALITY = 5;
const YEAR_SECONDS = 365 * 24 * 3600;
/** What does not belong to the pages: an unknown address there is answered as a problem, not with a page. */
const NOT_PAGES = /^\/(api|health|metrics)(\/|$|\?)/;

/** What the page is told before it begins: an attribute on its root element. */
export interface PageFacts {
  readonly status: number;
  readonly attributes: Readonly<Record<string, string>>;
}

interface PageOptions {
  /** Where the build lies (`index.html`, `assets/`, `.vite/manifest.json`). */
  readonly directory: string;
  /** What is to be said about an address; undefined where there is nothing to say. */
  readonly tell: (request: FastifyRequest) => Promise<PageFacts | undefined>;
}

/**
 * The browser's side, from the build in `web/dist`: files under their hashed names for ever, and for every other address the
 * one page, in the reader's language and theme, with the words of that language under way from the start.
 */
export async function servePages(app: NestFastifyApplication, options: PageOptions): Promise<void> {
  const { directory, tell } = options;
  const server = app.getHttpAdapter().getInstance();
  if (!existsSync(join(directory, 'index.html'))) {
    server.get('/', (_, reply) => reply.redirect('/api/docs', 302));
    return;
  }
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    preCompressed: true,
    decorateReply: false,
    globIgnore: ['index.html', 'draw/**', '**/*.br', '**/*.gz'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('assets');
      const cache = isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'max-age=3600';
      void reply.header('Cache-Control', cache);
    },
  });
  const shell = readShell(directory);
  const draw = drawPages(server, directory);
  server.get('/*', async (request, reply) => {
    if (NOT_PAGES.test(request.url)) return reply.callNotFound();
    const language = wishedLanguage(request);
    const facts = await tell(request);
    const page = beginPage(reply, request, facts?.status ?? 200);
    // The browser asks for styles while the page is drawn.
    const attributes = writeAttributes({ lang: language, ...facts?.attributes }, request);
    page.write(shell.head(language, attributes, readCookie(request, STYLES_COOKIE)));
    page.flush();
    const body = shell.body(await draw(request, language));
    // Whoever went away meanwhile took the stream along.
    if (!page.destroyed) page.end(body);
    return reply;
  });
}

function writeAttributes(
  attributes: Readonly<Record<string, string>>,
  request: FastifyRequest,
): string {
  return Object.entries({ ...attributes, ...themeAttribute(request) })
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

/** What is written into it is on its way at once when it is flushed, compressed as the browser takes it. */
function beginPage(
  reply: FastifyReply,
  { headers }: FastifyRequest,
  status: number,
): Writable & { flush(): void } {
  const accepted = String(headers['accept-encoding'] ?? '');
  const [name, encoder] = /\bbr\b/.test(accepted)
    ? ['br', createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })]
    : /\bgzip\b/.test(accepted)
      ? ['gzip', createGzip()]
      : [undefined, Object.assign(new PassThrough(), { flush: () => undefined })];
  if (name !== undefined) reply.header('Content-Encoding', name);
  void reply
    .status(status)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', 'no-referrer')
    .header('Vary', 'accept-encoding')
    .send(encoder);
  return encoder;
}

/** What the reader once chose here, else what their browser asks for. */
function wishedLanguage(request: FastifyRequest): Language {
  const kept = readCookie(request, LANGUAGE_COOKIE);
  const chosen = LANGUAGES.find((language) => language === kept);
  return chosen ?? chooseLanguage(request.headers['accept-language']);
}

/** So that a dark page is dark from its first moment. */
function themeAttribute(request: FastifyRequest): Record<string, string> {
  const theme = readCookie(request, THEME_COOKIE);
  return theme === 'light' || theme === 'dark' ? { 'data-mantine-color-scheme': theme } : {};
}

function readCookie(request: FastifyRequest, name: string): string | undefined {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('=', 2))
    .find(([key]) => key === name)?.[1];
}
