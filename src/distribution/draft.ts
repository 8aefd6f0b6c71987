/**
 * What a draft batch may hold. A delivery point appears once in a batch and a material once in a consignment;
 * every consignment brings something; materials are the campaign's own, and broadcast materials are never stock. A
 * draft that is given anew keeps what stays: a consignment for the same point keeps its id and waybill number.
 */
import { Problem, type FieldError, type Text } from '../problem.js';
import { addTime, type Instant } from '../time.js';
import type { LineWish } from './fill.js';

export const MAXIMUM_CONSIGNMENTS = 2_000;
export const MAXIMUM_LINES = 500;
const MAXIMUM_PIECES = 1_000_000_000;

/** A consignment as a coordinator writes it. Absent assignee or arrival: as before; null: none. */
export interface WishedConsignment {
  readonly id?: string | undefined;
  readonly deliveryPointId: string;
  readonly assigneeId?: string | null | undefined;
  readonly expectedAt?: Instant | null | undefined;
  readonly lines: readonly LineWish[];
}

export interface DraftMaterial {
  readonly id: string;
  readonly name: string;
  readonly kind: 'print' | 'outdoor' | 'broadcast';
}

/** Everything that is wrong with the consignments by themselves, each at its place. */
export function findDraftFaults(consignments: readonly WishedConsignment[]): FieldError[] {
  const faults: FieldError[] = [];
  if (consignments.length > MAXIMUM_CONSIGNMENTS) {
    faults.push({ path: 'consignments', message: TOO_MANY });
  }
  const points = new Set<string>();
  const ids = new Set<string>();
  consignments.forEach((consignment, index) => {
    const path = `consignments[${index}]`;
    const { id, deliveryPointId, lines } = consignment;
    if (points.has(deliveryPointId)) {
      faults.push({ path: `${path}.deliveryPointId`, message: POINT_TWICE });
    }
    if (id !== undefined && ids.has(id)) faults.push({ path: `${path}.id`, message: ID_TWICE });
    if (lines.length === 0) faults.push({ path: `${path}.lines`, message: NOTHING_IN_IT });
    faults.push(...findLineFaults(lines, `${path}.lines`));
    points.add(deliveryPointId);
    if (id !== undefined) ids.add(id);
  });
  return faults;
}

/** A material twice, or more pieces than one line may carry. */
export function findLineFaults(
  lines: readonly { readonly materialId: string; readonly quantity: number | null }[],
  path: string,
): FieldError[] {
  const materials = new Set<string>();
  return lines.flatMap((line, index) => {
    const twice = materials.has(line.materialId);
    materials.add(line.materialId);
    if (twice) return [{ path: `${path}[${index}].materialId`, message: MATERIAL_TWICE }];
    if ((line.quantity ?? 0) <= MAXIMUM_PIECES) return [];
    return [{ path: `${path}[${index}].quantity`, message: TOO_MANY_PIECES }];
  });
}

/** Why the material cannot travel in a batch of the campaign; undefined where it can. */
export function findMaterialFault(
  material: DraftMaterial,
  campaignMaterialIds: readonly string[],
): Text | undefined {
  if (material.kind === 'broadcast') {
    return {
      en: `${material.name} is broadcast, never stock. Send it to a broadcaster as a placement.`,
      sr: `${material.name} je za emitovanje i nikada nije na zalihama. Uputite ga emiteru.`,
    };
  }
  if (campaignMaterialIds.includes(material.id)) return undefined;
  return {
    en: `${material.name} is not a material of this campaign. Add it to the campaign, or leave it out.`,
    sr: `${material.name} nije materijal ove kampanje. Dodajte ga kampanji ili ga izostavite.`,
  };
}

const EARLIEST: Instant = '2000-01-01T00:00:00.000Z';
const FARTHEST_MS = 5 * 366 * 24 * 3_600_000;

/** An expected arrival is a day that somebody alive will wait for. @throws Problem `date_out_of_range` */
export function checkExpectedAt(
  expectedAt: Instant | null | undefined,
  now: Instant,
  path: string,
): void {
  if (expectedAt === null || expectedAt === undefined) return;
  if (expectedAt >= EARLIEST && expectedAt <= addTime(now, FARTHEST_MS)) return;
  const message = {
    en: `${expectedAt} cannot be an expected arrival. Give a moment within the next five years.`,
    sr: `${expectedAt} ne može biti očekivani dolazak. Navedite trenutak u narednih pet godina.`,
  };
  throw new Problem('date_out_of_range', { errors: [{ path, message }] });
}

/** What a new list of consignments does to the one that is there. */
export interface Reconciliation<T> {
  readonly removedIds: readonly string[];
  /** In the new order; `id` is undefined where the consignment is to be made under an id of ours. */
  readonly consignments: readonly {
    readonly id: string | undefined;
    readonly kept: boolean;
    readonly wish: T;
  }[];
}

/**
 * Finds each wished consignment among the present ones: by its point, unless it names another id. An id that is of
 * another point here is refused, since a consignment keeps its point.
 */
export function reconcile<T extends WishedConsignment>(
  present: readonly { readonly id: string; readonly deliveryPointId: string }[],
  wished: readonly T[],
): Reconciliation<T> {
  const idOfPoint = new Map(present.map((each) => [each.deliveryPointId, each.id]));
  const pointOfId = new Map(present.map((each) => [each.id, each.deliveryPointId]));
  const consignments = wished.map((wish, index) => {
    const elsewhere = wish.id === undefined ? undefined : pointOfId.get(wish.id);
    if (elsewhere !== undefined && elsewhere !== wish.deliveryPointId) throw movedPoint(index);
    const there = idOfPoint.get(wish.deliveryPointId);
    const kept = there !== undefined && (wish.id === undefined || wish.id === there);
    return { id: kept ? there : wish.id, kept, wish };
  });
  const keptIds = new Set(consignments.filter(({ kept }) => kept).map(({ id }) => id));
  return {
    removedIds: present.map(({ id }) => id).filter((id) => !keptIds.has(id)),
    consignments,
  };
}

function movedPoint(index: number): Problem {
  const message = {
    en: 'A consignment keeps its delivery point. Leave the id out to make another consignment.',
    sr: 'Pošiljka zadržava svoje mesto isporuke. Izostavite oznaku da biste napravili drugu.',
  };
  return new Problem('rule', { errors: [{ path: `consignments[${index}].id`, message }] });
}

const TOO_MANY: Text = {
  en: `A batch holds at most ${MAXIMUM_CONSIGNMENTS} consignments. Make a second batch.`,
  sr: `Tura ima najviše ${MAXIMUM_CONSIGNMENTS} pošiljki. Napravite drugu turu.`,
};
const POINT_TWICE: Text = {
  en: 'This delivery point is in the batch already. Put everything for it into one consignment.',
  sr: 'Ovo mesto isporuke je već u turi. Sve za njega stavite u jednu pošiljku.',
};
const ID_TWICE: Text = {
  en: 'This id is used twice in the batch.',
  sr: 'Ova oznaka je u turi upotrebljena dva puta.',
};
const NOTHING_IN_IT: Text = {
  en: 'A consignment brings at least one material. Add a line, or leave the consignment out.',
  sr: 'Pošiljka nosi bar jedan materijal. Dodajte stavku ili izostavite pošiljku.',
};
const MATERIAL_TWICE: Text = {
  en: 'This material is there already. Put its pieces into one line.',
  sr: 'Ovaj materijal je već naveden. Sve komade stavite u jednu stavku.',
};
const TOO_MANY_PIECES: Text = {
  en: `A line carries at most ${MAXIMUM_PIECES} pieces.`,
  sr: `Stavka nosi najviše ${MAXIMUM_PIECES} komada.`,
};
