import { useQuery } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type ConfirmationDetail = components['schemas']['ConfirmationDetailDto'];

/** One confirmation, with what coordinators did to it. */
export function useConfirmation(id: string) {
  return useQuery({
    queryKey: ['confirmation', id],
    queryFn: (): Promise<ConfirmationDetail> =>
      read(api.GET('/api/v1/confirmations/{id}', { params: { path: { id } } })),
  });
}
