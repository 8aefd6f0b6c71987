/** Materials as people think of them: an original, and beneath it the same in other languages. */
interface Member {
  readonly id: string;
  readonly variantOf: string | null;
}

export interface Line<T> {
  readonly material: T;
  readonly isVariant: boolean;
}

/** Each original in its order, followed by its variants in theirs; a variant whose original is not there stands by itself. */
export function arrangeFamilies<T extends Member>(materials: readonly T[]): Line<T>[] {
  const ids = new Set(materials.map(({ id }) => id));
  const isVariant = ({ variantOf }: T): boolean => variantOf !== null && ids.has(variantOf);
  const variants = materials.filter(isVariant);
  return materials
    .filter((material) => !isVariant(material))
    .flatMap((original) => [
      { material: original, isVariant: false },
      ...variants
        .filter(({ variantOf }) => variantOf === original.id)
        .map((material) => ({ material, isVariant: true })),
    ]);
}
