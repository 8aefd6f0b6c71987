import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { PAGE_ROWS } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components, operations } from '../api/schema.js';

export type DistributionRow = components['schemas']['DistributionRowDto'];
export type ListQuestion = Omit<
  operations['DistributionList_list']['parameters']['query'],
  'limit' | 'cursor'
>;

type Page = components['schemas']['DistributionListDto'];

/** The whole list, and what it rests on. */
export type DistributionList = Pick<Page, 'sequence' | 'asOf' | 'items'>;

/** Somebody booked while the pages were being read: a list of two moments proves nothing, so it is read anew. */
const READINGS = 3;

export function distributionListQuery(question: ListQuestion) {
  return queryOptions({
    queryKey: ['distribution-list', question],
    queryFn: async (): Promise<DistributionList> => {
      for (let reading = 1; reading < READINGS; reading += 1) {
        const { list, isOfOneMoment } = await readList(question);
        if (isOfOneMoment) return list;
      }
      return (await readList(question)).list;
    },
    placeholderData: keepPreviousData,
  });
}

async function readList(
  question: ListQuestion,
): Promise<{ list: DistributionList; isOfOneMoment: boolean }> {
  const items: DistributionRow[] = [];
  const sequences = new Set<number>();
  let page: Page | undefined;
  do {
    const cursor: string | undefined = page?.nextCursor ?? undefined;
    page = await read(
      api.GET('/api/v1/coverage/points', {
        params: {
          query: { ...question, limit: PAGE_ROWS, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    );
    items.push(...page.items);
    sequences.add(page.sequence);
  } while (page.nextCursor !== null);
  return {
    list: { sequence: page.sequence, asOf: page.asOf, items },
    isOfOneMoment: sequences.size === 1,
  };
}
