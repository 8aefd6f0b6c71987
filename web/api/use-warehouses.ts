import { queryOptions, useQuery } from '@tanstack/react-query';
import { readAllPages } from './all-pages.js';
import { api, read } from './client.js';
import type { components } from './schema.js';

export type Warehouse = components['schemas']['WarehouseDto'];

/** All warehouses, also retired ones, in Serbian order. */
export const warehousesQuery = queryOptions({
  queryKey: ['warehouses'],
  queryFn: () =>
    readAllPages((page) => read(api.GET('/api/v1/warehouses', { params: { query: page } }))),
  staleTime: 60_000,
});

export function useWarehouseNames(): (id: string) => string {
  const { data } = useQuery({
    ...warehousesQuery,
    select: (items) => new Map(items.map(({ id, name }) => [id, name])),
  });
  return (id) => data?.get(id) ?? '…';
}
