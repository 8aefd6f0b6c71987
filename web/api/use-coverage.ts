import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readAllPages } from './all-pages.js';
import { api, read } from './client.js';
import type { components, operations } from './schema.js';

export type CoverageRow = components['schemas']['CoverageRowDto'];
export type CoveragePage = components['schemas']['CoveragePageDto'];
export type CoverageSummary = components['schemas']['CoverageSummaryDto'];

export type CoverageQuestion = Omit<
  operations['Coverage_list']['parameters']['query'],
  'limit' | 'cursor'
>;
type SummaryQuestion = operations['Coverage_summarise']['parameters']['query'];

/** Rows of coverage for a question, all of them; the former answer stays until the next is there. */
export function coverageQuery(question: CoverageQuestion) {
  return queryOptions({
    queryKey: ['coverage', question],
    queryFn: (): Promise<CoverageRow[]> =>
      readAllPages((page) =>
        read(api.GET('/api/v1/coverage', { params: { query: { ...question, ...page } } })),
      ),
    placeholderData: keepPreviousData,
  });
}

/**
 * The same rows with what they rest on: moment, last movement, group, print runs. One answer holds every level whole, since
 * none has more rows than there are municipalities.
 */
export function coveragePageQuery(question: CoverageQuestion) {
  return queryOptions({
    queryKey: ['coverage', 'page', question],
    queryFn: (): Promise<CoveragePage> =>
      read(api.GET('/api/v1/coverage', { params: { query: question } })),
    placeholderData: keepPreviousData,
  });
}

/** Totals for a question. */
export function coverageSummaryQuery(question: SummaryQuestion) {
  return queryOptions({
    queryKey: ['coverage-summary', question],
    queryFn: (): Promise<CoverageSummary> =>
      read(api.GET('/api/v1/coverage/summary', { params: { query: question } })),
    placeholderData: keepPreviousData,
  });
}
