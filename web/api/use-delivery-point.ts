import { queryOptions } from '@tanstack/react-query';
import { api, read } from './client.js';
import type { components } from './schema.js';

export type DeliveryPoint = components['schemas']['DeliveryPointDto'];

/** One delivery point, as the reader may know it. */
export function deliveryPointQuery(id: string) {
  return queryOptions({
    queryKey: ['delivery-points', 'one', id],
    queryFn: () => read(api.GET('/api/v1/delivery-points/{id}', { params: { path: { id } } })),
  });
}
