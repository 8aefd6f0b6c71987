/**
 * Which part of Serbia the table is about, and how finely: what stands in the address, made definite. A row leads one level
 * down, so below a region come its districts, below a district its municipalities.
 */
export const TABLE_LEVELS = ['region', 'district', 'municipality', 'group'] as const;
export type TableLevel = (typeof TABLE_LEVELS)[number];

export interface PlacePart {
  readonly level: TableLevel;
  readonly regionCode?: string;
  readonly districtCode?: string;
}

interface Address {
  readonly level?: string | undefined;
  readonly parent?: string | undefined;
  readonly group?: string | undefined;
  readonly state?: string | undefined;
}

const REGION_CODE = /^RS\d{2}$/;
const DISTRICT_CODE = /^RS\d{3}$/;

export function readPlacePart({ level, parent = '', group, state }: Address): PlacePart {
  if (DISTRICT_CODE.test(parent)) return { level: 'municipality', districtCode: parent };
  if (REGION_CODE.test(parent))
    return { level: level === 'municipality' ? level : 'district', regionCode: parent };
  const asked = TABLE_LEVELS.find((known) => known === level);
  if (asked !== undefined) return { level: asked };
  // A state is a municipality's first of all, and the members of a group are municipalities.
  return { level: group === undefined && state === undefined ? 'region' : 'municipality' };
}

/** In NUTS a district's code goes on from its region's. */
export function regionOfDistrict(districtCode: string | undefined): string | undefined {
  return districtCode?.slice(0, 'RS12'.length);
}

/** The levels between which the reader may choose there. */
export function levelsOf({ regionCode, districtCode }: PlacePart): readonly TableLevel[] {
  if (districtCode !== undefined) return ['municipality'];
  return regionCode === undefined ? TABLE_LEVELS : ['district', 'municipality'];
}

/** Where a row of a region, district or group leads; a municipality has a page of its own. */
export function addressBelow(
  level: Exclude<TableLevel, 'municipality'>,
  code: string,
): Readonly<Record<string, string | undefined>> {
  switch (level) {
    case 'region':
      return { level: undefined, parent: code };
    case 'district':
      return { level: undefined, parent: code };
    case 'group':
      return { level: 'municipality', group: code, parent: undefined };
    default:
      return level satisfies never;
  }
}
