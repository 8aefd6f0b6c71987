import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components, operations } from '../api/schema.js';

export type Receipt = components['schemas']['ReceiptDto'];

type Question = Omit<
  NonNullable<operations['Receipts_list']['parameters']['query']>,
  'limit' | 'cursor'
>;

/** What came from printers, the latest first. */
export function receiptsQuery(question: Question) {
  return queryOptions({
    queryKey: ['receipts', question],
    queryFn: () =>
      readAllPages((page) =>
        read(api.GET('/api/v1/stock/receipts', { params: { query: { ...question, ...page } } })),
      ),
    placeholderData: keepPreviousData,
  });
}

export function receiptQuery(id: string) {
  return queryOptions({
    queryKey: ['receipts', 'one', id],
    queryFn: () => read(api.GET('/api/v1/stock/receipts/{id}', { params: { path: { id } } })),
  });
}
