import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import { useMyself } from '../api/use-session.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Names as far as the reader may know them: administrators everybody's, coordinators the volunteers', all their own. */
export function usePersonNames(): (id: string) => string | undefined {
  const myself = useMyself();
  const isAdministrator = myself.role === 'administrator';
  const { data } = useQuery({
    queryKey: ['people', 'names', myself.role],
    enabled: isAdministrator || myself.role === 'coordinator',
    queryFn: () => readPeople(isAdministrator ? {} : { role: 'volunteer' }),
    select: (people) => new Map(people.map(({ id, name }) => [id, name])),
    staleTime: 60_000,
  });
  return (id) => (id === myself.id ? myself.name : data?.get(id));
}

function readPeople(asked: { role?: 'volunteer' }): Promise<Person[]> {
  return readAllPages<Person>((page) =>
    read(api.GET('/api/v1/users', { params: { query: { ...asked, ...page } } })),
  );
}
