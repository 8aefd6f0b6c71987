import { queryOptions } from '@tanstack/react-query';
import { api, read } from './client.js';
import type { components } from './schema.js';

export type Myself = components['schemas']['MyselfDto'];
type Session = components['schemas']['MeDto'];

/** Who is signed in, and what their pages send back with what they change. Refused with 401 where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: (): Promise<Session> => read(api.GET('/api/v1/auth/me')),
  staleTime: Infinity,
});
