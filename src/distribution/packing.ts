/**
 * What a consignment is to pack: full packs and loose pieces of each material, and what all of it weighs and fills. A
 * consignment is one package unless told otherwise; its packages are numbered from 1 ("2 of 3").
 */
export interface PackedMaterial {
  readonly id: string;
  /** Pieces per pack. */
  readonly packSize: number;
  /** Of one piece. */
  readonly weightGrams: number;
  readonly volumeCm3: number;
}

export interface PackingLine {
  readonly materialId: string;
  readonly pieces: number;
  readonly fullPacks: number;
  readonly loosePieces: number;
}

export interface Packing {
  readonly lines: readonly PackingLine[];
  readonly pieces: number;
  readonly weightGrams: number;
  readonly volumeCm3: number;
}

export function describePacking(
  lines: readonly { readonly materialId: string; readonly quantity: number }[],
  materials: ReadonlyMap<string, PackedMaterial>,
): Packing {
  let weight = 0;
  let volume = 0;
  const packed = lines.map(({ materialId, quantity }) => {
    const material = materials.get(materialId);
    const packSize = Math.max(1, material?.packSize ?? 1);
    weight += (material?.weightGrams ?? 0) * quantity;
    volume += (material?.volumeCm3 ?? 0) * quantity;
    return {
      materialId,
      pieces: quantity,
      fullPacks: Math.floor(quantity / packSize),
      loosePieces: quantity % packSize,
    };
  });
  return {
    lines: packed,
    pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    weightGrams: roundToTenth(weight),
    volumeCm3: roundToTenth(volume),
  };
}

/** The second of three is `2/3` on its label. */
export function labelPackage(number: number, of: number): string {
  return `${number}/${of}`;
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
