import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

type DeliveryPoint = components['schemas']['DeliveryPointDto'];

/** Every delivery point that something can be sent to now, in the reader's districts. */
export const activePointsQuery = queryOptions({
  queryKey: ['delivery-points', 'active'],
  queryFn: (): Promise<DeliveryPoint[]> =>
    readAllPages((page) =>
      read(api.GET('/api/v1/delivery-points', { params: { query: { ...page, active: true } } })),
    ),
  staleTime: 60_000,
});
