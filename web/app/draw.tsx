import { AsyncLocalStorage } from 'node:async_hooks';
import { dehydrate, type QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { askAt } from '../api/client.js';
import { readCookiesFrom } from '../api/cookies.js';
import { createQueryClient } from '../api/query-client.js';
import { speakAll } from '../language/i18n.js';
import type { Language } from '../language/language.js';
import { App } from './app.js';
import type { Drawn } from './drawn.js';
import { createOfficeRouter, type OfficeRouter } from './router.js';

/** Who asks for a page, and how the service answers them. */
interface Visit {
  /** What they ask for: path and query. */
  readonly address: string;
  readonly language: Language;
  /** The header of that name. */
  readonly cookies: string;
  /** The service's answer to a reading request of this reader. */
  readonly ask: (request: Request) => Promise<Response>;
}

/** What a page holds before any script has run. */
interface Drawing {
  readonly html: string;
  /** For the scripts, which go on from there. */
  readonly drawn: Drawn;
}

/** The pages that one comes to first: all others are drawn by the browser alone. */
const DRAWN = new Set(['/', '/sign-in']);
const MOST_REDIRECTS = 3;
/** What a page asks for is known once it is drawn; what the answers make it ask for, once it is drawn with them. */
const MOST_ROUNDS = 3;

const visits = new AsyncLocalStorage<Visit>();
const visit = (): Visit => visits.getStore()!;
readCookiesFrom(() => visit().cookies);
askAt((request) => visit().ask(request));
const spoken = speakAll();

/**
 * Draws a page as the reader's browser will, so that it can be read, and its links lead on, before a script has come.
 * Undefined where that is left to the browser: other pages than the first, and where an answer is missing.
 */
export async function drawPage(asked: Visit): Promise<Drawing | undefined> {
  await spoken;
  return visits.run(asked, () => draw(asked));
}

async function draw({ address, language }: Visit): Promise<Drawing | undefined> {
  const opened = await open(address);
  if (opened === undefined) return undefined;
  const { router, client } = opened;
  const app = <App router={router} client={client} language={language} />;
  let html = renderToString(app);
  for (let round = 1; round < MOST_ROUNDS && (await answerOpen(client)); round += 1)
    html = renderToString(app);
  const questions = client.getQueryCache().getAll();
  if (questions.some(({ state }) => state.status === 'error')) return undefined;
  return { html, drawn: { address: router.state.location.href, answers: dehydrate(client) } };
}

/** At the page that the reader is led to. Undefined where that is not one of those. */
async function open(
  asked: string,
): Promise<{ router: OfficeRouter; client: QueryClient } | undefined> {
  let address: string | null | undefined = asked;
  for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
    if (!address || !DRAWN.has(address.split(/[?#]/, 1)[0]!)) return undefined;
    const client = createQueryClient();
    const router: OfficeRouter = createOfficeRouter(client, {
      history: createMemoryHistory({ initialEntries: [address] }),
      isServer: true,
    });
    await router.load();
    // Where the router's own handler of requests looks as well.
    if (router._serverResult?.type === 'render') return { router, client };
    address = router._serverResult?.redirect.headers.get('Location');
  }
  return undefined;
}

/** Asks what the drawn page waits for; whether there was anything. */
async function answerOpen(client: QueryClient): Promise<boolean> {
  const waiting = client
    .getQueryCache()
    .getAll()
    .filter(({ state, options }) => state.status === 'pending' && isEnabled(options));
  await Promise.all(
    waiting.map(({ options, queryKey }) => client.prefetchQuery({ ...options, queryKey })),
  );
  return waiting.length > 0;
}

function isEnabled(options: object): boolean {
  return !('enabled' in options) || options.enabled === true || options.enabled === undefined;
}
