import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from './all-pages.js';
import { api, read } from './client.js';
import type { components } from './schema.js';

export type PlaceGroup = components['schemas']['PlaceGroupDto'];

export const placeGroupsQuery = queryOptions({
  queryKey: ['place-groups'],
  queryFn: () =>
    readAllPages((page) => read(api.GET('/api/v1/place-groups', { params: { query: page } }))),
  staleTime: 60_000,
});
