/** A person while they are filled in, and what of it is sent. */
import { isActingAdministrator } from '../../src/access/last-administrator.js';
import type { Person } from './use-people.js';

export type Role = Person['role'];

export interface PersonContent {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly campaignIds: string[] | null;
  readonly districtCodes: string[] | null;
}

export function startPerson(person: Person | undefined): PersonContent {
  return {
    name: person?.name ?? '',
    email: person?.email ?? '',
    role: person?.role ?? 'coordinator',
    campaignIds: person?.campaignIds ?? null,
    districtCodes: person?.districtCodes ?? null,
  };
}

/** Nothing chosen means all; only coordinators are confined. */
export function readPerson(draft: PersonContent): PersonContent {
  const limit = (chosen: string[] | null): string[] | null =>
    chosen === null || chosen.length === 0 ? null : chosen;
  return {
    ...draft,
    name: draft.name.trim(),
    email: draft.email.trim(),
    campaignIds: limit(draft.campaignIds),
    districtCodes: draft.role === 'coordinator' ? limit(draft.districtCodes) : null,
  };
}

export function isNamed({ name, email }: PersonContent): boolean {
  return name.trim() !== '' && email.includes('@');
}

/** Whether nobody but this person could let others in. */
export function isLastAdministrator(person: Person, people: readonly Person[]): boolean {
  return (
    isActingAdministrator(person) &&
    people.every((other) => other.id === person.id || !isActingAdministrator(other))
  );
}
