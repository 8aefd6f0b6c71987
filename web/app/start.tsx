// In a layer: a page's own rules win, in whatever order the files come.
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app.css';
import { hydrate, type QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { takeCsrfTokenFrom } from '../api/client.js';
import { keepCookie } from '../api/cookies.js';
import { sessionQuery } from '../api/session-query.js';
import { chosenLanguage } from '../language/chosen-language.js';
import { learnTheRest, startSpeaking } from '../language/i18n.js';
import { App } from './app.js';
import { type Drawn, readDrawn } from './drawn.js';
import { endKeeping } from './presses.js';
import { createOfficeRouter } from './router.js';

/** Once the first page is drawn. A page that is opened before asks for itself, and says what went wrong. */
const REST_AFTER_MS = 1_500;

/** Draws the page that the address names; where the service has drawn it already, goes on from there. */
export async function start(client: QueryClient): Promise<void> {
  const language = chosenLanguage();
  takeCsrfTokenFrom(() => client.getQueryData(sessionQuery.queryKey)?.csrfToken ?? undefined);
  await startSpeaking(language);
  // The entry does not wait for the rest of the document, which is short and nearly always there.
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  const drawn = readDrawn();
  if (drawn !== undefined) takeUp(client, drawn);
  const router = createOfficeRouter(client);
  const root = document.getElementById('root')!;
  const page = (
    <StrictMode>
      <App router={router} client={client} language={language} />
    </StrictMode>
  );
  if (drawn === undefined) createRoot(root).render(page);
  else {
    // As the router's own binding to a drawn page: what is drawn has no boundaries for what is still to come.
    router.ssr = { manifest: undefined };
    await router.load();
    endKeeping();
    hydrateRoot(root, page);
  }
  setTimeout(() => {
    void learnTheRest().catch(() => undefined);
    void keepStyles().catch(() => undefined);
  }, REST_AFTER_MS);
}

const STYLES = 'domet_styles';

/** On a first visit styles come within the page; from the next on as a file, which the browser then has. */
async function keepStyles(): Promise<void> {
  const file = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"][disabled]')?.href;
  if (file === undefined) return;
  const answer = await fetch(file);
  if (answer.ok) keepCookie(STYLES, file.slice(file.lastIndexOf('/') + 1));
}

/** The answers are as fresh as the page, whatever this machine's clock says. */
function takeUp(client: QueryClient, { address, answers }: Drawn): void {
  const now = Date.now();
  for (const { state } of answers.queries) state.dataUpdatedAt = now;
  hydrate(client, answers);
  if (address !== window.location.pathname + window.location.search)
    window.history.replaceState(window.history.state, '', address + window.location.hash);
}
