import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, read } from '../api/client.js';
import { useTranslation } from '../language/i18n.js';
import { isStale } from '../parts/changed-by-another.js';
import { useCommand } from '../parts/use-command.js';
import { compareHeads, mergeHeads, readHead, writeHead } from './draft-head.js';
import { compareStops, mergeStops, wishStops } from './stops.js';
import { readStops } from './written-stops.js';
import { type BatchDetail, batchQuery } from '../api/use-batch.js';
import type { DraftContent } from './use-draft.js';

interface Change {
  readonly draft: DraftContent;
  readonly version: number;
}

/** Saves a draft over the version that was read; where somebody was quicker, reads what now stands. */
export function useSaveDraft(batch: BatchDetail, onDone: () => void) {
  const { t } = useTranslation('batches');
  const client = useQueryClient();
  // The page may read the batch anew meanwhile: what is written rests on what was there at the beginning.
  const [begun] = useState(batch);
  const [theirs, setTheirs] = useState<BatchDetail>();
  const saved = useRef(false);
  const finish = (): void => {
    saved.current = true;
    setTheirs(undefined);
    onDone();
  };
  const save = useCommand({
    run: ({ draft, version }: Change) => changeBatch(theirs ?? begun, draft, version),
    done: () => t('said.changed'),
    onDone: finish,
  });
  const readTheirs = async ({ draft }: Change): Promise<void> => {
    const there = await client.fetchQuery({ ...batchQuery(begun.id), staleTime: 0 });
    if (!isWritten(draft, there)) return setTheirs(there);
    notifications.show({ message: t('said.changed'), color: 'reach' });
    finish();
    await client.invalidateQueries();
  };
  const mutate = (change: Change): void =>
    save.mutate(change, { onError: (error) => void (isStale(error) && readTheirs(change)) });
  return {
    save: {
      mutate,
      isPending: save.isPending,
      error: save.error,
      begunWith: begun.version,
    },
    /** What another saved meanwhile. */
    theirs,
    /** What I changed, laid over it. */
    layOver: (draft: DraftContent): DraftContent =>
      theirs === undefined ? draft : mergeDrafts(begun, draft, theirs),
    saveOver: (draft: DraftContent) => {
      if (theirs !== undefined) mutate({ draft, version: theirs.version });
    },
    keepTheirs: finish,
    hasSaved: () => saved.current,
  };
}

/** What was sent stands there: its answer was lost, and nobody else changed anything. */
function isWritten({ head, stops }: DraftContent, there: BatchDetail): boolean {
  return (
    there.state === 'draft' &&
    compareHeads(readHead(there), head).length === 0 &&
    compareStops(readStops(there), stops).length === 0
  );
}

function mergeDrafts(begun: BatchDetail, mine: DraftContent, theirs: BatchDetail): DraftContent {
  return {
    head: mergeHeads(readHead(begun), mine.head, readHead(theirs)),
    stops: mergeStops(readStops(begun), mine.stops, readStops(theirs)),
  };
}

function changeBatch(
  { id, warehouseId, expectedAt }: BatchDetail,
  { head, stops }: DraftContent,
  version: number,
) {
  return read(
    api.PATCH('/api/v1/batches/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: {
        ...writeHead(head, head.warehouseId ?? warehouseId, expectedAt),
        consignments: wishStops(stops),
      },
    }),
  );
}
