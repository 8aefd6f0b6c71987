import type { QueryClient } from '@tanstack/react-query';
import { campaignsQuery, rememberedCampaign } from '../api/campaigns-query.js';
import { sessionQuery } from '../api/session-query.js';
import { readTodayAhead } from '../today/read-ahead.js';

const OUTSIDE = /^\/(sign-in|welcome)(\/|$)/;

/**
 * Asks for what the first page will show before anything is drawn: while words and styles are still under way, and all at
 * once. What is refused here is asked again, and said, by the page.
 */
export function readAhead(
  client: QueryClient,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): void {
  if (OUTSIDE.test(pathname)) return;
  void client.prefetchQuery(sessionQuery);
  void client.prefetchQuery(campaignsQuery);
  const address = Object.fromEntries(new URLSearchParams(search));
  const campaign = address['campaign'] ?? rememberedCampaign();
  if (pathname === '/' && campaign !== undefined) readTodayAhead(client, campaign);
}
