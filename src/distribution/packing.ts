/**
 * What a consignment is to pack: full packs and loose pieces of each material, and what all of it weighs and fills. A
 * consignment is one package unless told otherwise; its packages are numbered from 1 ("2 of 3").
 */
import type { FieldError, Text } from '../problem.js';

/** Labels of one batch; more are a mistyped number. */
const MAXIMUM_PACKAGES_A_BATCH = 20_000;

export interface PackedMaterial {
  readonly id: string;
  /** Pieces per pack. */
  readonly packSize: number;
  /** Of one piece. */
  readonly weightGrams: number;
  readonly volumeCm3: number;
}

interface PackingLine {
  readonly materialId: string;
  readonly pieces: number;
  readonly fullPacks: number;
  readonly loosePieces: number;
}

export interface Packing {
  readonly lines: PackingLine[];
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

/** What is wrong with the packages that a coordinator tells. */
export function findPackingFaults(
  consignments: readonly { readonly id: string }[],
  told: readonly { readonly id: string; readonly packages: number }[],
): FieldError[] {
  const known = new Set(consignments.map(({ id }) => id));
  const seen = new Set<string>();
  const faults = told.flatMap(({ id }, index): FieldError[] => {
    const twice = seen.has(id);
    seen.add(id);
    if (!known.has(id)) return [{ path: `consignments[${index}].id`, message: NOT_IN_BATCH }];
    return twice ? [{ path: `consignments[${index}].id`, message: TOLD_TWICE }] : [];
  });
  const packages = told.reduce((sum, each) => sum + each.packages, known.size - told.length);
  if (packages > MAXIMUM_PACKAGES_A_BATCH) {
    faults.push({ path: 'consignments', message: TOO_MANY_PACKAGES });
  }
  return faults;
}

const NOT_IN_BATCH: Text = {
  en: 'This consignment is not in the batch.',
  sr: 'Ova pošiljka nije u turi.',
};
const TOLD_TWICE: Text = {
  en: 'This consignment is packed twice. Name it once, with all its packages.',
  sr: 'Ova pošiljka je navedena dva puta. Navedite je jednom, sa svim paketima.',
};
const TOO_MANY_PACKAGES: Text = {
  en: `A batch has at most ${MAXIMUM_PACKAGES_A_BATCH} packages. Check the numbers.`,
  sr: `Tura ima najviše ${MAXIMUM_PACKAGES_A_BATCH} paketa. Proverite brojeve.`,
};

/** The second of three is `2/3` on its label. */
export function labelPackage(number: number, of: number): string {
  return `${number}/${of}`;
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
