/** How many packages a consignment is to be packed into. What a package may weigh, whoever carries it says. */
export const USUAL_PACKAGE_KILOGRAMS = 20;
export const MAXIMUM_PACKAGES = 999;

interface Weighed {
  readonly id: string;
  readonly packing: { readonly weightGrams: number };
}

/** By weight: as few packages as keep each at or under the bound, at least one. */
export function suggestPackages(
  consignments: readonly Weighed[],
  packageKilograms: number,
): Map<string, number> {
  return new Map(
    consignments.map(({ id, packing }) => [
      id,
      clampPackages(Math.ceil(packing.weightGrams / (packageKilograms * 1000))),
    ]),
  );
}

/** One package each. */
export function packSingly(consignments: readonly Weighed[]): Map<string, number> {
  return new Map(consignments.map(({ id }) => [id, 1]));
}

export function clampPackages(packages: number): number {
  if (!Number.isFinite(packages)) return 1;
  return Math.min(MAXIMUM_PACKAGES, Math.max(1, Math.round(packages)));
}

/** Those that are not one package: what pack is told. */
export function listPackages(
  packages: ReadonlyMap<string, number>,
): { id: string; packages: number }[] {
  return [...packages].flatMap(([id, count]) => (count === 1 ? [] : [{ id, packages: count }]));
}

export function countPackages(packages: ReadonlyMap<string, number>): number {
  return [...packages.values()].reduce((sum, count) => sum + count, 0);
}
