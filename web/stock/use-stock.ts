import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { operations } from '../api/schema.js';

type Question = Omit<
  NonNullable<operations['Stock_list']['parameters']['query']>,
  'limit' | 'cursor'
>;

/** What lies in the warehouses, by print run; now, or as of a day's end. */
export function stockQuery(question: Question) {
  return queryOptions({
    queryKey: ['stock', question],
    queryFn: () =>
      readAllPages((page) =>
        read(api.GET('/api/v1/stock', { params: { query: { ...question, ...page } } })),
      ),
    placeholderData: keepPreviousData,
  });
}
