import { queryClient } from '../api/query-client.js';
import { batchesQuery } from './batches-query.js';
import { flagsQuery } from './flags-query.js';
import { placesQuery, schoolsQuery } from './places-query.js';

/** What the page's first lines, its map and its list rest on. */
export function readTodayAhead(campaign: string): void {
  void queryClient.prefetchQuery(placesQuery(campaign));
  void queryClient.prefetchQuery(schoolsQuery(campaign));
  void queryClient.prefetchQuery(flagsQuery(campaign, 'open'));
  void queryClient.prefetchQuery(batchesQuery(campaign));
}
