import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from './all-pages.js';
import { api, read } from './client.js';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Those who run the campaign, in use, by name: to whom flags are assigned. Only they may ask. */
export const colleaguesQuery = queryOptions({
  queryKey: ['people', 'colleagues'],
  queryFn: async (): Promise<Colleague[]> => {
    const [coordinators, administrators] = await Promise.all([
      readNames('coordinator'),
      readNames('administrator'),
    ]);
    return [...coordinators, ...administrators];
  },
  staleTime: 60_000,
});

function readNames(role: 'coordinator' | 'administrator'): Promise<Colleague[]> {
  return readAllPages<Colleague>((page) =>
    read(api.GET('/api/v1/users', { params: { query: { role, active: true, ...page } } })),
  );
}
