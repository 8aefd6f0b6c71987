/**
 * Whose word it is. A consignment is its sender's while it is assigned to them; it was when it once was; coordinators and
 * administrators speak for any.
 */
import type { Role } from '../access/actor.js';
import type { Instant } from '../time.js';
import type { Assignment } from './confirmation.js';

export interface Assigned {
  readonly userId: string;
  /** Null: still assigned. */
  readonly untilAt: Instant | null;
}

export function findAssignment(
  assignments: readonly Assigned[],
  sender: { readonly id: string; readonly role: Role },
): Assignment {
  if (sender.role === 'coordinator' || sender.role === 'administrator') return 'any';
  const own = assignments.filter(({ userId }) => userId === sender.id);
  if (own.some(({ untilAt }) => untilAt === null)) return 'now';
  return own.length > 0 ? 'ended' : 'never';
}
