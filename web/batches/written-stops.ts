/** The stops of a batch that is there, as its editor writes them. */
import type { Stop } from './stops.js';

interface WrittenBatch {
  readonly consignments: readonly {
    readonly deliveryPoint: {
      readonly id: string;
      readonly name: string;
      readonly kind: string;
      readonly municipalityCode: string;
    };
    readonly lines: readonly { readonly materialId: string; readonly quantity: number }[];
  }[];
}

export function readStops({ consignments }: WrittenBatch): Stop[] {
  return consignments.map(({ deliveryPoint: { id, name, kind, municipalityCode }, lines }) => ({
    point: { id, name, kind, municipalityCode },
    lines: lines.map(({ materialId, quantity }) => ({ materialId, quantity })),
  }));
}
