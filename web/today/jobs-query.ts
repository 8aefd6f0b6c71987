import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import { AGAIN_MS } from './again.js';

export const jobsQuery = queryOptions({
  queryKey: ['jobs', 'today'],
  queryFn: async () => (await read(api.GET('/api/v1/jobs'))).items,
  refetchInterval: AGAIN_MS,
});

/** When the flags of a campaign were last looked for: all who read flags may know. */
export function lastCheckQuery(campaign: string) {
  return queryOptions({
    queryKey: ['flags', 'today', 'lastCheck', campaign],
    queryFn: async () =>
      (await read(api.GET('/api/v1/flags', { params: { query: { campaign, limit: 1 } } })))
        .lastCheckedAt,
    refetchInterval: AGAIN_MS,
  });
}
