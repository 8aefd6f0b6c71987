import { queryOptions, useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';

/** Delivery points as the reader may know them, for their names in lists of movements. */
const pointsQuery = queryOptions({
  queryKey: ['delivery-points', 'names'],
  queryFn: () =>
    readAllPages((page) => read(api.GET('/api/v1/delivery-points', { params: { query: page } }))),
  staleTime: 5 * 60_000,
});

/** Name and municipality of a delivery point; undefined until they are read, and for one that the reader may not know. */
export function usePointOf(): (
  id: string | undefined,
) => { name: string; municipalityCode: string } | undefined {
  const { data } = useQuery({
    ...pointsQuery,
    select: (points) => new Map(points.map((point) => [point.id, point])),
  });
  return (id) => (id === undefined ? undefined : data?.get(id));
}
