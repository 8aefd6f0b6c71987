import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import { useMayWrite, useMyself } from '../api/use-session.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who can hand over consignments: volunteers, and whoever asks. Managers read no names: for them there is nobody. */
export function useAssignees(): readonly Person[] {
  const myself = useMyself();
  const mayWrite = useMayWrite();
  const { data = [] } = useQuery({
    queryKey: ['users', 'volunteers'],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/users', {
            params: { query: { ...page, role: 'volunteer', active: true } },
          }),
        ),
      ),
    enabled: mayWrite,
    staleTime: 60_000,
  });
  return mayWrite
    ? [...data.map(({ id, name }) => ({ id, name })), { id: myself.id, name: myself.name }]
    : [];
}
