import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import { AGAIN_MS } from './again.js';

export const jobsQuery = queryOptions({
  queryKey: ['jobs', 'today'],
  queryFn: async () => (await read(api.GET('/api/v1/jobs'))).items,
  refetchInterval: AGAIN_MS,
});
