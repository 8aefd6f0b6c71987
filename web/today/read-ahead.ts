import type { QueryClient } from '@tanstack/react-query';
import { batchesQuery } from './batches-query.js';
import { flagsQuery } from './flags-query.js';
import { placesQuery, schoolsQuery } from './places-query.js';

/** What the page's first lines, its map and its list rest on. */
export function readTodayAhead(client: QueryClient, campaign: string): void {
  void client.prefetchQuery(placesQuery(campaign));
  void client.prefetchQuery(schoolsQuery(campaign));
  void client.prefetchQuery(flagsQuery(campaign, 'open'));
  void client.prefetchQuery(batchesQuery(campaign));
}
