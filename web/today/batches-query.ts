import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import { AGAIN_MS } from './again.js';

export function batchesQuery(campaign: string) {
  return queryOptions({
    queryKey: ['batches', 'today', { campaign }],
    queryFn: () =>
      readAllPages((page) =>
        read(api.GET('/api/v1/batches', { params: { query: { campaign, ...page } } })),
      ),
    refetchInterval: AGAIN_MS,
  });
}
