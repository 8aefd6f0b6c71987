import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { BOOKING_CAUSES, type BookingCause } from './chronicle.js';

type Movement = components['schemas']['StockCardRowDto'];

/**
 * What commands booked on a batch that has left, and one movement of its dispatch, for who gave it. The dispatch and the
 * confirmations themselves, a movement a line, are not needed and may be thousands.
 */
export function useBooked(batch: string) {
  return useQuery({
    queryKey: ['movements', 'of batch', batch],
    queryFn: async (): Promise<Movement[]> => {
      const parts = await Promise.all([
        readFirst(batch),
        ...BOOKING_CAUSES.map((cause) => readCause(batch, cause)),
      ]);
      return parts.flat();
    },
  });
}

async function readFirst(batch: string): Promise<Movement[]> {
  const query = { batch, cause: 'dispatch', limit: 1 } as const;
  return (await read(api.GET('/api/v1/stock/movements', { params: { query } }))).items;
}

function readCause(batch: string, cause: BookingCause): Promise<Movement[]> {
  return readAllPages((page) =>
    read(api.GET('/api/v1/stock/movements', { params: { query: { batch, cause, ...page } } })),
  );
}
