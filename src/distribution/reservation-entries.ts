/**
 * What a batch reserves: each line's lots at the batch's warehouse, as entries that are made at plan and released at
 * unplan, dispatch or cancel. The same entries both ways, so that nothing stays reserved.
 */
import type { ReservationDraft } from '../stock/ledger.js';

export interface ReservedConsignment {
  readonly id: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  readonly lines: readonly {
    readonly lots: readonly { readonly lotId: string; readonly quantity: number }[];
  }[];
}

export function listReservations(
  kind: ReservationDraft['kind'],
  batch: { readonly id: string; readonly warehouseId: string },
  consignments: readonly ReservedConsignment[],
): ReservationDraft[] {
  return consignments.flatMap(({ id, deliveryPointId, municipalityCode, lines }) =>
    lines.flatMap(({ lots }) =>
      lots.map(({ lotId, quantity }) => ({
        kind,
        warehouseId: batch.warehouseId,
        lotId,
        batchId: batch.id,
        consignmentId: id,
        deliveryPointId,
        municipalityCode,
        quantity,
      })),
    ),
  );
}
