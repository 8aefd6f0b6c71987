import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, keepCsrfToken, read } from './client.js';
import type { components } from './schema.js';

export type Myself = components['schemas']['MyselfDto'];
type Role = Myself['role'];

/** Who is signed in. Refused with 401 where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Myself> => {
    const { user, csrfToken } = await read(api.GET('/api/v1/auth/me'));
    keepCsrfToken(csrfToken ?? undefined);
    return user;
  },
  staleTime: Infinity,
});

/** Whoever is signed in: behind the sign-in somebody always is. */
export function useMyself(): Myself {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the reader's role is one of these. */
export function useHasRole(...roles: readonly Role[]): boolean {
  return roles.includes(useMyself().role);
}

/** Coordinators and administrators: those who may write. */
export function useMayWrite(): boolean {
  return useHasRole('coordinator', 'administrator');
}
