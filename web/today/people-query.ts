import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who may have a flag or a batch in hand, by id. */
export const peopleQuery = queryOptions({
  queryKey: ['users', 'today'],
  queryFn: async () => {
    const [coordinators, administrators] = await Promise.all([
      readNames('coordinator'),
      readNames('administrator'),
    ]);
    return Object.fromEntries(
      [...coordinators, ...administrators].map(({ id, name }) => [id, name]),
    );
  },
  staleTime: 60_000,
});

function readNames(role: 'coordinator' | 'administrator'): Promise<Person[]> {
  return readAllPages<Person>((page) =>
    read(api.GET('/api/v1/users', { params: { query: { role, ...page } } })),
  );
}
