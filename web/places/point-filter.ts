/** Which delivery points a list shows, and how many of them lie where. */
import { fold, matches, searchWords } from '../../src/places/search.js';
import type { DeliveryPoint } from '../api/use-delivery-point.js';

export type PointUse = 'active' | 'retired' | 'all';

/** As it stands in the address: what is absent leaves all in. */
export interface PointFilter {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
  readonly district?: string | undefined;
  readonly municipality?: string | undefined;
  readonly use: PointUse;
}

export function readUse(text: string | undefined): PointUse {
  return text === 'retired' || text === 'all' ? text : 'active';
}

type Searched = Pick<
  DeliveryPoint,
  'name' | 'code' | 'settlement' | 'address' | 'postcode' | 'municipalityCode'
>;

/** What a point is found by, as it is searched. */
export function writeSearched(point: Searched, municipality: string): string {
  const { name, code, settlement, address, postcode } = point;
  return fold([name, code, settlement, address, postcode, municipality].join(' '));
}

/** A point together with what searching and filtering need of it. */
export interface IndexedPoint {
  readonly point: DeliveryPoint;
  readonly searched: string;
  readonly districtCode: string | undefined;
}

export function filterPoints(
  points: readonly IndexedPoint[],
  filter: PointFilter,
): DeliveryPoint[] {
  const words = searchWords(filter.q);
  return points
    .filter(({ point, searched, districtCode }) => {
      if (filter.use !== 'all' && point.active !== (filter.use === 'active')) return false;
      if (filter.kind !== undefined && point.kind !== filter.kind) return false;
      if (filter.tag !== undefined && !point.tags.includes(filter.tag)) return false;
      if (filter.district !== undefined && districtCode !== filter.district) return false;
      const { municipality } = filter;
      if (municipality !== undefined && point.municipalityCode !== municipality) return false;
      return matches(searched, words);
    })
    .map(({ point }) => point);
}

/** Points by municipality. */
export function countByMunicipality(
  points: readonly Pick<DeliveryPoint, 'municipalityCode'>[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { municipalityCode } of points)
    counts.set(municipalityCode, (counts.get(municipalityCode) ?? 0) + 1);
  return counts;
}

/** Where one shade of the map ends and the next begins: points in a municipality, up to and with the figure. */
export const POINT_STEPS = [1, 3, 8] as const;

/** 0 for none, then one step a shade. */
export function stepOf(count: number): number {
  if (count === 0) return 0;
  const step = POINT_STEPS.findIndex((upTo) => count <= upTo);
  return step === -1 ? POINT_STEPS.length + 1 : step + 1;
}
