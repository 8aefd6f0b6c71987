import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Lot = components['schemas']['LotDto'];
export type LotTrace = components['schemas']['LotTraceDto'];

/** A campaign's print runs with their accounts, oldest first. */
export function lotsQuery(campaign: string, asOf?: string) {
  return queryOptions({
    queryKey: ['lots', campaign, asOf],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/stock/lots', {
            params: { query: { campaign, ...(asOf === undefined ? {} : { asOf }), ...page } },
          }),
        ),
      ),
    placeholderData: keepPreviousData,
  });
}

/** A print run's account, now or as of a day's end. */
export function lotQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: ['lots', 'one', id, asOf],
    queryFn: () =>
      read(
        api.GET('/api/v1/stock/lots/{id}', {
          params: { path: { id }, query: asOf === undefined ? {} : { asOf } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Where its pieces are. */
export function traceQuery(id: string) {
  return queryOptions({
    queryKey: ['lots', 'trace', id],
    queryFn: () => read(api.GET('/api/v1/stock/lots/{id}/trace', { params: { path: { id } } })),
  });
}

/** Whom to call; for coordinators. */
export function recallQuery(id: string) {
  return queryOptions({
    queryKey: ['lots', 'recall', id],
    queryFn: () => read(api.GET('/api/v1/stock/lots/{id}/recall', { params: { path: { id } } })),
  });
}
