import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import { AGAIN_MS } from './again.js';

/** What printers are still to bring. */
export function printOrdersQuery(campaign: string) {
  return queryOptions({
    queryKey: ['print-orders', 'today', { campaign }],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/print-orders', {
            params: { query: { campaign, state: 'open', ...page } },
          }),
        ),
      ),
    refetchInterval: AGAIN_MS,
  });
}
