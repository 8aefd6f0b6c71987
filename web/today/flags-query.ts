import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import { AGAIN_MS } from './again.js';

/** Flags of the campaign in a state. Those that were acknowledged are in somebody's hand and not among the open ones. */
export function flagsQuery(campaign: string, state: 'open' | 'acknowledged' | 'resolved') {
  return queryOptions({
    queryKey: ['flags', 'today', { campaign, state }],
    queryFn: () =>
      readAllPages((page) =>
        read(api.GET('/api/v1/flags', { params: { query: { campaign, state, ...page } } })),
      ),
    refetchInterval: AGAIN_MS,
  });
}
