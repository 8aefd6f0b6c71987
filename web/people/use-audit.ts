import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import type { components, operations } from '../api/schema.js';

export type AuditEntry = components['schemas']['AuditEntryDto'];
type Question = Omit<
  NonNullable<operations['Audit_list']['parameters']['query']>,
  'limit' | 'cursor'
>;

const PAGE_ROWS = 100;

/** The record, the latest first, page by page: it is as long as all that was ever done. */
export function auditQuery(question: Question) {
  return infiniteQueryOptions({
    queryKey: ['audit', question],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v1/audit', {
          params: {
            query: {
              ...question,
              limit: PAGE_ROWS,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
