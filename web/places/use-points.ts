import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { type IndexedPoint, writeSearched } from './point-filter.js';

/** Every delivery point that the reader may see, retired ones too: so that typing and the map answer at once. */
export const allPointsQuery = queryOptions({
  queryKey: ['delivery-points', 'all'],
  queryFn: (): Promise<DeliveryPoint[]> =>
    readAllPages((page) => read(api.GET('/api/v1/delivery-points', { params: { query: page } }))),
  staleTime: 60_000,
});

/** All of them, ready to be searched, and every tag among them. */
export function useIndexedPoints() {
  const points = useQuery(allPointsQuery);
  const { data: municipalities } = useQuery(municipalitiesQuery);
  const indexed = useMemo((): readonly IndexedPoint[] => {
    const placeOf = new Map((municipalities ?? []).map((place) => [place.code, place]));
    return (points.data ?? []).map((point) => {
      const place = placeOf.get(point.municipalityCode);
      return {
        point,
        districtCode: place?.districtCode,
        searched: writeSearched(point, place?.name ?? ''),
      };
    });
  }, [points.data, municipalities]);
  const tags = useMemo(
    () => [...new Set((points.data ?? []).flatMap((point) => point.tags))].sort(),
    [points.data],
  );
  return { points, indexed, tags };
}
