import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Drawing, drawPages } from './page-drawing.js';
import { chooseLanguage, type Language, LANGUAGES } from './language.js';

const LANGUAGE_COOKIE = 'domet_language';
const STYLES_COOKIE = 'domet_styles';
const THEME_COOKIE = 'domet_theme';
/** Of eleven: quick enough to be done for each reader. */
const BROTLI_QUALITY = 5;
const YEAR_SECONDS = 365 * 24 * 3600;
/** What does not belong to the pages: an unknown address there is answered as a problem, not with a page. */
const NOT_PAGES = /^\/(api|health|metrics)(\/|$|\?)/;

/** A file of the pages' build, as Vite's manifest names it. */
interface Built {
  readonly file: string;
}

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

const INLINE_SCRIPT = /<script>([^]*?)<\/script>/g;

/** The scripts that stand in the page itself, as a content security policy names them. */
export function nameInlineScripts(directory: string): string[] {
  const file = join(directory, 'index.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Array.from(html.matchAll(INLINE_SCRIPT), ([, script]) => {
    const sum = createHash('sha256').update(script!).digest('base64');
    return `'sha256-${sum}'`;
  });
}

/** The page in two pieces, to be sent one after the other. */
interface Shell {
  /** `attributes` of the root element, as they are written; `keptStyles`: the file of styles that this browser has. */
  readonly head: (language: Language, attributes: string, keptStyles: string | undefined) => string;
  readonly body: (drawing: Drawing | undefined) => string;
}

const HEAD_ENDS = '</head>';
const EMPTY_ROOT = '<div id="root"></div>';

function readShell(directory: string): Shell {
  const manifest = JSON.parse(
    readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'),
  ) as Record<string, Built>;
  const wordsOf = (language: Language): string => {
    const key = Object.keys(manifest).find((each) => each.endsWith(`virtual:words/${language}`));
    return key === undefined ? '' : `<link rel="modulepreload" href="/${manifest[key]!.file}" />`;
  };
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const end = html.indexOf(HEAD_ENDS) + HEAD_ENDS.length;
  const [head, body] = [html.slice(0, end), html.slice(end)];
  const styles = putStylesInto(head, directory);
  return {
    head: (language, attributes, keptStyles) =>
      (keptStyles === styles.name ? head : styles.within)
        .replace(/<html[^>]*>/, () => `<html${attributes}>`)
        .replace('<title>', () => `${wordsOf(language)}<title>`),
    body: (drawing) =>
      drawing === undefined ? body : body.replace(EMPTY_ROOT, () => fillRoot(drawing)),
  };
}

const STYLES_LINK = /<link[^>]* rel="stylesheet" href="(\/assets\/([^"]+))">/;

/**
 * Who comes for the first time need not ask for the styles as well: they come with the page. Their file is named, disabled: so
 * that it is not loaded with what needs it, and can be kept for the next visit.
 */
function putStylesInto(head: string, directory: string): { name: string; within: string } {
  const [link, path, name] = STYLES_LINK.exec(head) as unknown as [string, string, string];
  const text = readFileSync(join(directory, path), 'utf8');
  const named = link.replace('<link', '<link disabled');
  return { name, within: head.replace(link, () => `<style>${text}</style>${named}`) };
}

function fillRoot({ html, drawn }: Drawing): string {
  // Within a script element nothing but its end has a meaning.
  const written = JSON.stringify(drawn).replaceAll('<', '\\u003c');
  return `<div id="root" data-asleep>${html}</div><script id="drawn" type="application/json">${written}</script>`;
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
