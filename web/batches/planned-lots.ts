/** Between the form that plans and what the service takes and refuses. */
import { Refusal } from '../api/refusal.js';

interface PlannedConsignment {
  readonly id: string;
  readonly deliveryPoint: { readonly name: string };
  readonly lines: readonly { readonly materialId: string; readonly quantity: number }[];
}

interface NamedLot {
  readonly consignmentId: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly quantity: number;
}

/** The print run that is named for a material is named for each of its lines, whole. */
export function nameLots(
  consignments: readonly PlannedConsignment[],
  lotOf: ReadonlyMap<string, string>,
): NamedLot[] {
  return consignments.flatMap(({ id, lines }) =>
    lines.flatMap(({ materialId, quantity }) => {
      const lotId = lotOf.get(materialId);
      return lotId === undefined ? [] : [{ consignmentId: id, materialId, lotId, quantity }];
    }),
  );
}

export interface ShortLine {
  readonly path: string;
  readonly pointName: string;
  readonly message: string;
}

const LINE = /^consignments\[(\d+)\]/;

/** Each line for which there was too little, with the point that it was for; none where it was refused for another reason. */
export function readShortLines(
  error: unknown,
  consignments: readonly PlannedConsignment[],
): ShortLine[] {
  if (!(error instanceof Refusal) || error.code !== 'insufficient_stock') return [];
  return error.problem.errors.map(({ path, message }) => ({
    path,
    pointName: consignments[Number(LINE.exec(path)?.[1])]?.deliveryPoint.name ?? '',
    message,
  }));
}
