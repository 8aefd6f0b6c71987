import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';

/** The consignment that a flag is about. */
export function consignmentQuery(id: string) {
  return queryOptions({
    queryKey: ['consignments', 'one', id],
    queryFn: () => read(api.GET('/api/v1/consignments/{id}', { params: { path: { id } } })),
  });
}
