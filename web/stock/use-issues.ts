import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components, operations } from '../api/schema.js';

export type Issue = components['schemas']['IssueDto'];

type Question = Omit<
  NonNullable<operations['Issues_list']['parameters']['query']>,
  'limit' | 'cursor'
>;

/** What left warehouses without a trip, the latest first. */
export function issuesQuery(question: Question) {
  return queryOptions({
    queryKey: ['issues', question],
    queryFn: () =>
      readAllPages((page) =>
        read(api.GET('/api/v1/stock/issues', { params: { query: { ...question, ...page } } })),
      ),
    placeholderData: keepPreviousData,
  });
}

export function issueQuery(id: string) {
  return queryOptions({
    queryKey: ['issues', 'one', id],
    queryFn: () => read(api.GET('/api/v1/stock/issues/{id}', { params: { path: { id } } })),
  });
}
