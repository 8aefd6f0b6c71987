import { queryOptions } from '@tanstack/react-query';
import { api, keepCsrfToken, read } from './client.js';
import type { components } from './schema.js';

export type Myself = components['schemas']['MyselfDto'];

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
