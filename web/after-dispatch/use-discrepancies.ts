import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Discrepancy = components['schemas']['DiscrepancyDto'];
type DiscrepancyDetail = components['schemas']['DiscrepancyDetailDto'];

/** The differences of a batch, open and resolved, the oldest first. */
export function useDiscrepancies(batch: string, isAsked = true) {
  return useQuery({
    queryKey: ['discrepancies', 'of batch', batch],
    enabled: isAsked,
    queryFn: (): Promise<Discrepancy[]> =>
      readAllPages((page) =>
        read(api.GET('/api/v1/discrepancies', { params: { query: { batch, ...page } } })),
      ),
  });
}

/** One, with how pieces of it were accounted for. */
export function useDiscrepancy(id: string) {
  return useQuery({
    queryKey: ['discrepancy', id],
    queryFn: (): Promise<DiscrepancyDetail> =>
      read(api.GET('/api/v1/discrepancies/{id}', { params: { path: { id } } })),
  });
}
