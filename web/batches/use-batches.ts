import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Batch = components['schemas']['BatchDto'];

/** All batches of a campaign that the reader sees, newest first. */
export function batchesQuery(campaign: string) {
  return queryOptions({
    queryKey: ['batches', campaign],
    queryFn: (): Promise<Batch[]> =>
      readAllPages((page) =>
        read(api.GET('/api/v1/batches', { params: { query: { ...page, campaign } } })),
      ),
  });
}
