/**
 * Delivery points as others may know them: where a consignment is handed over. Each lies in one municipality and keeps it
 * while anything was sent to it or is reserved for it, so that figures of the past stay where they were.
 */
import type { FieldError } from '../problem.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { Contact } from './contact.js';
import type { PointKind } from './point-kind.js';

export interface DeliveryPointBrief {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: PointKind;
  readonly tags: string[];
  readonly municipalityCode: string;
  readonly settlement: string | null;
  readonly address: string;
  readonly postcode: string | null;
  readonly contact: Contact | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly audience: number | null;
  readonly hours: string | null;
  readonly note: string | null;
  readonly active: boolean;
  readonly confidential: boolean;
}

export interface DeliveryPoint extends DeliveryPointBrief {
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

const MAXIMUM_ERRORS = 50;

/**
 * The points in the order of the ids.
 * @throws Problem `unknown_reference`, or `rule` for those that were retired
 */
export function requirePoints(
  found: ReadonlyMap<string, DeliveryPointBrief>,
  ids: readonly string[],
  pathOf: (index: number) => string,
): DeliveryPointBrief[] {
  const unknown = ids.flatMap((id, index) =>
    found.has(id) ? [] : [tellUnknown(id, pathOf(index))],
  );
  if (unknown.length > 0) {
    throw new Problem('unknown_reference', { errors: unknown.slice(0, MAXIMUM_ERRORS) });
  }
  const points = ids.map((id) => found.get(id)!);
  const retired = points.flatMap((point, index) =>
    point.active ? [] : [tellRetired(point, pathOf(index))],
  );
  if (retired.length > 0) throw new Problem('rule', { errors: retired.slice(0, MAXIMUM_ERRORS) });
  return points;
}

function tellUnknown(id: string, path: string): FieldError {
  return {
    path,
    message: {
      en: `There is no delivery point with the id ${id}. Take an id from /delivery-points.`,
      sr: `Ne postoji mesto isporuke sa oznakom ${id}. Uzmite oznaku sa spiska /delivery-points.`,
    },
  };
}

function tellRetired(point: DeliveryPointBrief, path: string): FieldError {
  return {
    path,
    message: {
      en: `${point.name} is retired. Choose another point, or make it active again.`,
      sr: `Mesto isporuke ${point.name} je povučeno. Izaberite drugo ili ga ponovo aktivirajte.`,
    },
  };
}

/** A point to which something was sent, or for which something is reserved, does not move to another municipality. */
export function refuseMove(): Problem {
  const message = {
    en: 'Something was sent to this point or is reserved for it, so it keeps its municipality. Retire it and make a new point.',
    sr: 'Ovom mestu je nešto poslato ili je za njega rezervisano, pa zadržava opštinu. Povucite ga i unesite novo mesto.',
  };
  return new Problem('conflict', { errors: [{ path: 'municipalityCode', message }] });
}
