import { useState } from 'react';
import { api, read } from '../api/client.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useTranslation } from '../language/i18n.js';
import { isStale } from '../parts/changed-by-another.js';
import { useCommand } from '../parts/use-command.js';
import {
  listChanges,
  type PrintOrderDraft,
  readOrderDraft,
  startOrder,
} from './print-order-draft.js';
import type { PrintOrder } from './use-print-orders.js';

interface Options {
  readonly campaign: Campaign;
  readonly order: PrintOrder | undefined;
  readonly onSaved: () => void;
}

interface Saving {
  readonly draft: PrintOrderDraft;
  /** What the draft began as; undefined for a new order. */
  readonly base: PrintOrder | undefined;
  /** The version that it is saved over. */
  readonly version: number;
}

/** Saves a new order or what was changed of one. Where somebody else was quicker, `theirs` is what they saved. */
export function useSavePrintOrder({ campaign, order, onSaved }: Options) {
  const { t } = useTranslation('stock');
  const [theirs, setTheirs] = useState<PrintOrder | undefined>(undefined);
  const command = useCommand<Saving, PrintOrder>({
    run: async ({ draft, base, version }, id) => {
      if (base === undefined) return make(campaign, draft, id);
      try {
        return await change(base, version, draft);
      } catch (error) {
        if (isStale(error)) setTheirs(await readOrder(base.id));
        throw error;
      }
    },
    done: ({ lotNumber }) => t('orders.saved', { order: lotNumber }),
    onDone: onSaved,
  });
  return {
    theirs,
    error: command.error,
    isPending: command.isPending,
    mutate: (draft: PrintOrderDraft): void =>
      command.mutate({ draft, base: order, version: order?.version ?? 0 }),
    /** What I changed over theirs, having seen it; what only they changed stays. */
    saveOver: (draft: PrintOrderDraft): void =>
      command.mutate({ draft, base: order, version: theirs?.version ?? 0 }),
  };
}

function readOrder(id: string): Promise<PrintOrder> {
  return read(api.GET('/api/v1/print-orders/{id}', { params: { path: { id } } }));
}

function make(campaign: Campaign, draft: PrintOrderDraft, id: string): Promise<PrintOrder> {
  const { cost, ...content } = readOrderDraft(draft);
  return read(
    api.POST('/api/v1/print-orders', {
      body: {
        id,
        campaignId: campaign.id,
        materialId: draft.materialId!,
        ...content,
        ...(cost === null ? {} : { cost }),
      },
    }),
  );
}

function change(base: PrintOrder, version: number, draft: PrintOrderDraft): Promise<PrintOrder> {
  const before = readOrderDraft(startOrder(Object.keys(draft.shares), base));
  return read(
    api.PATCH('/api/v1/print-orders/{id}', {
      params: { path: { id: base.id }, header: { 'If-Match': `"${version}"` } },
      body: listChanges(before, readOrderDraft(draft)),
    }),
  );
}
