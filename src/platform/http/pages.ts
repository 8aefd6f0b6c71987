import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseLanguage, type Language, LANGUAGES } from './language.js';

const LANGUAGE_COOKIE = 'domet_language';
const THEME_COOKIE = 'domet_theme';
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
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('assets');
      const cache = isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'max-age=3600';
      void reply.header('Cache-Control', cache);
    },
  });
  const shell = readShell(directory);
  server.get('/*', async (request, reply) => {
    if (NOT_PAGES.test(request.url)) return reply.callNotFound();
    const facts = await tell(request);
    return sendShell(reply, shell, request, facts);
  });
}

interface Shell {
  readonly html: string;
  readonly wordsOf: Readonly<Record<Language, string | undefined>>;
}

function readShell(directory: string): Shell {
  const manifest = JSON.parse(
    readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'),
  ) as Record<string, Built>;
  const fileOf = (language: Language): string | undefined =>
    Object.entries(manifest).find(([key]) => key.endsWith(`virtual:words/${language}`))?.[1].file;
  return {
    html: readFileSync(join(directory, 'index.html'), 'utf8'),
    wordsOf: Object.fromEntries(
      LANGUAGES.map((language) => [language, fileOf(language)]),
    ) as Shell['wordsOf'],
  };
}

function sendShell(
  reply: FastifyReply,
  { html, wordsOf }: Shell,
  request: FastifyRequest,
  facts: PageFacts | undefined,
): FastifyReply {
  const language = wishedLanguage(request);
  const attributes = { lang: language, ...themeAttribute(request), ...facts?.attributes };
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  const words = wordsOf[language];
  const preload = words === undefined ? '' : `<link rel="modulepreload" href="/${words}" />`;
  return reply
    .status(facts?.status ?? 200)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', 'no-referrer')
    .send(html.replace(/<html[^>]*>/, `<html${written}>`).replace('</head>', `${preload}</head>`));
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
