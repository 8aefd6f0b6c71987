/**
 * The rule: there is always somebody who can let others in. The last active administrator is not removed, deactivated
 * or given another role.
 */
import { Problem } from '../problem.js';
import type { Role } from './actor.js';

export interface Standing {
  readonly role: Role;
  readonly active: boolean;
}

export function isActingAdministrator(standing: Standing): boolean {
  return standing.active && standing.role === 'administrator';
}

/**
 * @param after what becomes of the person; undefined: removed
 * @param otherAdministrators active administrators besides this one
 * @throws Problem `conflict`
 */
export function guardLastAdministrator(
  before: Standing,
  after: Standing | undefined,
  otherAdministrators: number,
): void {
  const steps =
    isActingAdministrator(before) && !(after !== undefined && isActingAdministrator(after));
  if (!steps || otherAdministrators > 0) return;
  throw new Problem('conflict', {
    detail: {
      en: 'This is the last active administrator. Make somebody else an administrator first.',
      sr: 'Ovo je poslednji aktivan administrator. Prvo dodelite tu ulogu nekom drugom.',
    },
  });
}
