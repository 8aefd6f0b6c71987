import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import { AGAIN_MS } from './again.js';

/** Confirmations that book nothing yet: those in conflict, and those held for a batch that has not left. */
export function waitingQuery(campaign: string) {
  const ask = (status: 'conflict' | 'held') =>
    readAllPages((page) =>
      read(api.GET('/api/v1/confirmations', { params: { query: { campaign, status, ...page } } })),
    );
  return queryOptions({
    queryKey: ['confirmations', 'today', { campaign }],
    queryFn: async () => (await Promise.all([ask('conflict'), ask('held')])).flat(),
    refetchInterval: AGAIN_MS,
  });
}
