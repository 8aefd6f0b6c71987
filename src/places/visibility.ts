/**
 * Who sees which places. A confidential point (a shelter) is seen by coordinators and administrators only, and by the volunteer
 * who delivers there, through the consignment; for everyone else it is part of its municipality's total. Whom to call is
 * personal data: those who only read figures do not see it. A coordinator to whom districts were given sees and writes
 * what lies in them; one to whom none were given, everything.
 */
import type { Actor } from '../access/actor.js';
import { isCoordinator } from '../access/actor.js';
import { Problem } from '../problem.js';

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

/** What a coordinator writes must lie in the districts given to them. */
export function refuseOtherDistrict(municipality: string): Problem {
  return new Problem('forbidden', {
    detail: {
      en: `${municipality} lies outside the districts given to you. Ask a coordinator who works there, or an administrator.`,
      sr: `${municipality} je izvan okruga koji su vam dodeljeni. Obratite se koordinatoru koji tamo radi ili administratoru.`,
    },
  });
}
