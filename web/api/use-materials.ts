import { queryOptions, useQuery } from '@tanstack/react-query';
import { readAllPages } from './all-pages.js';
import { api, read } from './client.js';
import type { components } from './schema.js';

export type Material = components['schemas']['MaterialDto'];

/** All materials, also retired ones, in Serbian order. */
export const materialsQuery = queryOptions({
  queryKey: ['materials'],
  queryFn: () =>
    readAllPages((page) => read(api.GET('/api/v1/materials', { params: { query: page } }))),
  staleTime: 60_000,
});

/** A material by its id; undefined until they are read. */
export function useMaterialOf(): (id: string) => Material | undefined {
  const { data } = useQuery({
    ...materialsQuery,
    select: (items) => new Map(items.map((material) => [material.id, material])),
  });
  return (id) => data?.get(id);
}

export function useMaterialNames(): (id: string) => string {
  const materialOf = useMaterialOf();
  return (id) => materialOf(id)?.name ?? '…';
}
