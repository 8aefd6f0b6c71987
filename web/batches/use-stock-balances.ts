import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type StockBalance = components['schemas']['StockBalanceDto'];

/** What lies where of a campaign, print run by print run. */
export function stockBalancesQuery(campaign: string) {
  return queryOptions({
    queryKey: ['stock', 'balances', campaign],
    queryFn: (): Promise<StockBalance[]> =>
      readAllPages((page) =>
        read(api.GET('/api/v1/stock', { params: { query: { ...page, campaign } } })),
      ),
  });
}
