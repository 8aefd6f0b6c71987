/**
 * Who sees which places. A confidential point (a shelter) is seen by coordinators and administrators only, and by the volunteer
 * who delivers there, through the consignment; for everyone else it is part of its municipality's total. Whom to call is
 * personal data: those who only read figures do not see it. A coordinator to whom districts were given sees and writes
 * what lies in them; one to whom none were given, everything.
 */
import type { Actor } from '../access/actor.js';
import { isCoordinator } from '../access/actor.js';

export function seesConfidential(actor: Actor): boolean {
  return isCoordinator(actor);
}

export function seesContacts(actor: Actor): boolean {
  return actor.role !== 'manager';
}

/** The districts that the actor is confined to; null: none, the whole country. */
export function districtsOf(actor: Actor): readonly string[] | null {
  return actor.role === 'coordinator' ? actor.districtCodes : null;
}

export function reaches(actor: Actor, districtCode: string): boolean {
  return districtsOf(actor)?.includes(districtCode) ?? true;
}
