import { useSuspenseQuery } from '@tanstack/react-query';
import { type Myself, sessionQuery } from './session-query.js';

type Role = Myself['role'];

/** Whoever is signed in: behind the sign-in somebody always is. */
export function useMyself(): Myself {
  return useSuspenseQuery(sessionQuery).data.user;
}

/** Whether the reader's role is one of these. */
export function useHasRole(...roles: readonly Role[]): boolean {
  return roles.includes(useMyself().role);
}

/** Coordinators and administrators: those who may write. */
export function useMayWrite(): boolean {
  return useHasRole('coordinator', 'administrator');
}
