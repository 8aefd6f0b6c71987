import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, read } from './client.js';
import type { components } from './schema.js';

export type BatchDetail = components['schemas']['BatchDetailDto'];
export type BatchConsignment = BatchDetail['consignments'][number];

/** A batch with its stops: read at once, up to 2,000 of them. */
export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['batch', id],
    queryFn: (): Promise<BatchDetail> =>
      read(api.GET('/api/v1/batches/{id}', { params: { path: { id } } })),
  });
}

export function useBatch(id: string) {
  return useQuery(batchQuery(id));
}
