import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';

interface Question {
  readonly campaign: string;
  readonly material?: string;
  readonly asOf?: string;
}

export function timelineQuery(question: Question) {
  return queryOptions({
    queryKey: ['coverage-timeline', 'today', question],
    queryFn: async () =>
      (await read(api.GET('/api/v1/coverage/timeline', { params: { query: question } }))).items,
    placeholderData: keepPreviousData,
  });
}
