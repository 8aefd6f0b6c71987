import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type PrintOrder = components['schemas']['PrintOrderDto'];

/** What a campaign's printers are to deliver, by the day on which it is expected. */
export function printOrdersQuery(campaign: string) {
  return queryOptions({
    queryKey: ['print-orders', campaign],
    queryFn: () =>
      readAllPages((page) =>
        read(api.GET('/api/v1/print-orders', { params: { query: { campaign, ...page } } })),
      ),
  });
}
