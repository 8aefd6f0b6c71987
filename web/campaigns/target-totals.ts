/** What the targets of each material come to. */
interface Aim {
  readonly materialId: string;
  readonly quantity: number;
  readonly source: 'rule' | 'override' | 'none';
}

export interface TargetTotal {
  readonly materialId: string;
  readonly quantity: number;
  /** Municipalities that should get something. */
  readonly withTarget: number;
  readonly overridden: number;
}

/** In the order of the materials asked for, also for those of which nobody should get any. */
export function sumTargets(
  targets: readonly Aim[],
  materialIds: readonly string[],
): readonly TargetTotal[] {
  return materialIds.map((materialId) => {
    const those = targets.filter((target) => target.materialId === materialId);
    return {
      materialId,
      quantity: those.reduce((sum, { quantity }) => sum + quantity, 0),
      withTarget: those.filter(({ quantity }) => quantity > 0).length,
      overridden: those.filter(({ source }) => source === 'override').length,
    };
  });
}

export interface TargetFilter {
  readonly material?: string | undefined;
  readonly source?: string | undefined;
  readonly municipality?: string | undefined;
}

export function filterTargets<T extends Aim & { readonly municipalityCode: string }>(
  targets: readonly T[],
  { material, source, municipality }: TargetFilter,
): readonly T[] {
  return targets.filter(
    (target) =>
      (material === undefined || target.materialId === material) &&
      (source === undefined || target.source === source) &&
      (municipality === undefined || target.municipalityCode === municipality),
  );
}
