import { api, read } from '../api/client.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useCommand } from '../parts/use-command.js';
import { readPieces } from './arrival.js';
import { readShares } from './funding-shares.js';
import type { ReceiptDraft } from './receipt-draft.js';
import type { Receipt } from './use-receipts.js';
import { useSentAt } from './use-sent-at.js';

interface Wanted {
  readonly draft: ReceiptDraft;
  /** The order that the run is of, where there is one. */
  readonly printOrderId: string | undefined;
  /** Whether who paid is to be said, since neither run nor order says it. */
  readonly isFundingTold: boolean;
}

/** Books a delivery. */
export function useReceiveCommand(campaign: Campaign, onDone: (receipt: Receipt) => void) {
  const [momentFor, forget] = useSentAt();
  return useCommand<Wanted, Receipt>({
    run: (wanted, id) => {
      const content = writeReceipt(campaign.id, wanted);
      return read(
        api.POST('/api/v1/stock/receipts', {
          body: { id, occurredAt: momentFor(content, wanted.draft.day), ...content },
        }),
      );
    },
    onDone: (receipt) => {
      forget();
      onDone(receipt);
    },
  });
}

function writeReceipt(campaignId: string, { draft, printOrderId, isFundingTold }: Wanted) {
  const damaged = readPieces(draft.damaged);
  const notedQuantity = readPieces(draft.noted);
  const supplier = draft.supplier.trim();
  const deliveryNoteNumber = draft.deliveryNoteNumber.trim();
  return {
    campaignId,
    warehouseId: draft.warehouseId!,
    materialId: draft.materialId!,
    lotNumber: draft.lotNumber.trim(),
    quantity: Number(draft.counted),
    ...(damaged === undefined ? {} : { damaged }),
    ...(notedQuantity === undefined ? {} : { notedQuantity }),
    ...(supplier === '' ? {} : { supplier }),
    ...(deliveryNoteNumber === '' ? {} : { deliveryNoteNumber }),
    ...(printOrderId === undefined ? {} : { printOrderId }),
    ...(isFundingTold ? { funding: readShares(draft.shares) } : {}),
  };
}
