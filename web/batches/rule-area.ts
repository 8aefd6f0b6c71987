/** Where a rule looks: everything that is named narrows it, as on the service. */
export interface Area {
  readonly municipalityCodes?: readonly string[] | undefined;
  readonly districtCode?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly groupId?: string | undefined;
}

interface PlacedMunicipality {
  readonly code: string;
  readonly districtCode: string;
  readonly regionCode: string;
}

interface Group {
  readonly id: string;
  readonly municipalityCodes: readonly string[];
}

/** The municipalities that lie in every area that is named; undefined: everywhere. */
export function findMunicipalities(
  { municipalityCodes, districtCode, regionCode, groupId }: Area,
  municipalities: readonly PlacedMunicipality[],
  groups: readonly Group[],
): string[] | undefined {
  const areas: (readonly string[])[] = [];
  if (municipalityCodes !== undefined) areas.push(municipalityCodes);
  if (districtCode !== undefined)
    areas.push(municipalities.filter((m) => m.districtCode === districtCode).map((m) => m.code));
  if (regionCode !== undefined)
    areas.push(municipalities.filter((m) => m.regionCode === regionCode).map((m) => m.code));
  if (groupId !== undefined)
    areas.push(groups.find(({ id }) => id === groupId)?.municipalityCodes ?? []);
  const [first, ...others] = areas;
  return first?.filter((code) => others.every((area) => area.includes(code)));
}
