import { readPieces, weighArrival, type Arrival } from './arrival.js';
import { countMissingPercent, type SharesDraft } from './funding-shares.js';

/** A delivery from a printer while it is being written down. */
export interface ReceiptDraft {
  readonly orderId: string | null;
  readonly materialId: string | null;
  readonly lotNumber: string;
  readonly warehouseId: string | null;
  /** Empty: today. */
  readonly day: string;
  readonly supplier: string;
  readonly deliveryNoteNumber: string;
  readonly noted: number | string;
  readonly counted: number | string;
  readonly damaged: number | string;
  readonly shares: SharesDraft;
}

interface KnownLot {
  readonly id: string;
  readonly materialId: string;
  readonly lotNumber: string;
}

interface OpenOrder extends KnownLot {
  readonly expected: number;
  readonly supplier: string;
}

/** What is known of the print run that is being received: then nobody has to say again who paid. */
export interface Known<Lot extends KnownLot, Order extends OpenOrder> {
  readonly lot: Lot | undefined;
  readonly order: Order | undefined;
}

/** The run and the order by the lot's number, as the service finds them. */
export function findKnown<Lot extends KnownLot, Order extends OpenOrder>(
  draft: ReceiptDraft,
  lots: readonly Lot[],
  orders: readonly Order[],
): Known<Lot, Order> {
  const isOf = (each: KnownLot): boolean =>
    each.materialId === draft.materialId && each.lotNumber === draft.lotNumber.trim();
  return { lot: lots.find(isOf), order: orders.find(isOf) };
}

/** What the order says is filled in; what has been typed about the delivery stays. */
export function takeOrder(draft: ReceiptDraft, order: OpenOrder): ReceiptDraft {
  return {
    ...draft,
    orderId: order.id,
    materialId: order.materialId,
    lotNumber: order.lotNumber,
    supplier: order.supplier,
  };
}

export type MissingInReceipt =
  'material' | 'lotNumber' | 'warehouse' | 'counted' | 'tooDamaged' | 'funding';

/** What has to be said first; one thing at a time, in the order of the form. */
export function findMissingInReceipt(
  draft: ReceiptDraft,
  known: Known<KnownLot, OpenOrder>,
): MissingInReceipt | undefined {
  if (draft.materialId === null) return 'material';
  if (draft.lotNumber.trim() === '') return 'lotNumber';
  if (draft.warehouseId === null) return 'warehouse';
  const counted = readPieces(draft.counted) ?? 0;
  if (counted <= 0) return 'counted';
  if ((readPieces(draft.damaged) ?? 0) > counted) return 'tooDamaged';
  const isFundingKnown = known.lot !== undefined || known.order !== undefined;
  return isFundingKnown || countMissingPercent(draft.shares) === 0 ? undefined : 'funding';
}

export function weighDraft(draft: ReceiptDraft, order: OpenOrder | undefined): Arrival {
  return weighArrival({
    counted: readPieces(draft.counted) ?? 0,
    damaged: readPieces(draft.damaged) ?? 0,
    noted: readPieces(draft.noted),
    stillExpected: order?.expected,
  });
}
