import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components, operations } from '../api/schema.js';

export type CardRow = components['schemas']['StockCardRowDto'];
export type Movement = components['schemas']['MovementDto'];

type Question = NonNullable<operations['Movements_list']['parameters']['query']>;

/** The stock card: all movements of an account, with its running balance. */
export function cardQuery(question: Omit<Question, 'limit' | 'cursor'>) {
  return queryOptions({
    queryKey: ['movements', question],
    queryFn: () =>
      readAllPages((page) =>
        read(api.GET('/api/v1/stock/movements', { params: { query: { ...question, ...page } } })),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The latest movements, a few of them. */
export function latestMovementsQuery(question: Question & { readonly limit: number }) {
  return queryOptions({
    queryKey: ['movements', 'latest', question],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/stock/movements', {
            params: { query: { ...question, sort: '-sequence' } },
          }),
        )
      ).items,
  });
}
