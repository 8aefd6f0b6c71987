import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';

/** The print runs of a campaign, by which pieces can be told apart. */
export function lotsQuery(campaignId: string) {
  return queryOptions({
    queryKey: ['lots', campaignId],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/stock/lots', { params: { query: { campaign: campaignId, ...page } } }),
        ),
      ),
    staleTime: 60_000,
  });
}
