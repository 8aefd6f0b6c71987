import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Person = components['schemas']['UserDto'];
type Named = components['schemas']['UserNameDto'];

/** Everybody who can or could sign in, by name. Administrators read whole accounts. */
export const peopleQuery = queryOptions({
  queryKey: ['people', 'all'],
  queryFn: () =>
    readAllPages<Person>(async (page) => {
      const answer = await read(api.GET('/api/v1/users', { params: { query: page } }));
      const items: readonly (Person | Named)[] = answer.items;
      return { ...answer, items: items.filter((item): item is Person => 'email' in item) };
    }),
  staleTime: 60_000,
});
