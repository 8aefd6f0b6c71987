import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { useCommand } from '../parts/use-command.js';
import { writeHead } from './draft-head.js';
import { wishStops } from './stops.js';
import type { BatchDetail } from '../api/use-batch.js';
import type { DraftContent } from './use-draft.js';

interface Order {
  readonly draft: DraftContent;
  /** Reserves stock at once. */
  readonly isPlanned: boolean;
}

/** Makes a draft, plans it where that is wished, and goes to it. */
export function useMakeBatch(campaignId: string) {
  const { t } = useTranslation('batches');
  const navigate = useNavigate();
  const left = useRef(false);
  const [planId] = useState(newId);
  const make = useCommand({
    run: async ({ draft, isPlanned }: Order, id) => {
      const made = await createBatch(campaignId, draft, id);
      return isPlanned ? planIfEnough(made, planId) : made;
    },
    done: ({ state }) => (state === 'planned' ? t('said.madeAndPlanned') : t('said.made')),
    onDone: ({ id, state }, { isPlanned }) => {
      left.current = true;
      // Somebody else took the stock meanwhile: the draft is kept, and the batch's page tells what is short.
      const open = isPlanned && state === 'draft' ? 'plan' : undefined;
      void navigate({ to: '/batches/$id', params: { id }, search: { open } });
    },
  });
  return { make, hasLeft: () => left.current };
}

function createBatch(campaignId: string, { head, stops }: DraftContent, id: string) {
  const { carrier, vehicle, driver, expectedAt, ...rest } = writeHead(
    head,
    head.warehouseId ?? '',
    null,
  );
  const body = {
    id,
    campaignId,
    ...rest,
    ...(carrier === null ? {} : { carrier }),
    ...(vehicle === null ? {} : { vehicle }),
    ...(driver === null ? {} : { driver }),
    ...(expectedAt === null ? {} : { expectedAt }),
    consignments: wishStops(stops),
  };
  return read(api.POST('/api/v1/batches', { body }));
}

async function planIfEnough(made: BatchDetail, commandId: string): Promise<BatchDetail> {
  try {
    return await read(
      api.POST('/api/v1/batches/{id}/plan', {
        params: { path: { id: made.id } },
        body: { commandId },
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) return made;
    throw error;
  }
}
