import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import type { FlagFilter } from './flag-filter.js';

export type Flag = components['schemas']['FlagDto'];
export type FlagWithHistory = components['schemas']['FlagWithHistoryDto'];
export type FlagStep = FlagWithHistory['history'][number];

/** All flags that fit, the latest first; the former list stays until the next is there. */
export function flagsQuery(campaign: string, filter: FlagFilter) {
  return queryOptions({
    queryKey: ['flags', 'list', campaign, filter],
    queryFn: (): Promise<Flag[]> =>
      readAllPages((page) =>
        read(api.GET('/api/v1/flags', { params: { query: { campaign, ...filter, ...page } } })),
      ),
    placeholderData: keepPreviousData,
  });
}

/** How many fit. */
export function flagCountQuery(campaign: string, filter: FlagFilter) {
  return queryOptions({
    queryKey: ['flags', 'count', campaign, filter],
    queryFn: async (): Promise<number> =>
      (
        await read(
          api.GET('/api/v1/flags', { params: { query: { campaign, ...filter, limit: 1 } } }),
        )
      ).total,
    placeholderData: keepPreviousData,
  });
}

/** One flag with its history. */
export function flagQuery(id: string) {
  return queryOptions({
    queryKey: ['flags', 'one', id],
    queryFn: (): Promise<FlagWithHistory> =>
      read(api.GET('/api/v1/flags/{id}', { params: { path: { id } } })),
  });
}
