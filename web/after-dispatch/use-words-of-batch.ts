import { queryOptions, useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Confirmation = components['schemas']['ConfirmationRowDto'];

/** Everything that was said of the batch's consignments, in order of receipt; then what was refused. */
function wordsOfBatchQuery(batch: string) {
  return queryOptions({
    queryKey: ['confirmations', 'of batch', batch],
    queryFn: async (): Promise<Confirmation[]> => {
      const [kept, rejected] = await Promise.all([
        readConfirmations({ batch }),
        readConfirmations({ batch, status: 'rejected' }),
      ]);
      return [...kept, ...rejected];
    },
  });
}

function readConfirmations(query: { batch: string; status?: 'rejected' }): Promise<Confirmation[]> {
  return readAllPages((page) =>
    read(api.GET('/api/v1/confirmations', { params: { query: { ...query, ...page } } })),
  );
}

export function useWordsOfBatch(batchId: string) {
  return useQuery(wordsOfBatchQuery(batchId));
}
