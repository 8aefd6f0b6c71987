import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Resolution } from '../../src/delivery/discrepancy.js';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { NoAnswer } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { useCount } from './use-count.js';
import type { Discrepancy } from './use-discrepancies.js';

interface Resolving {
  readonly resolution: Resolution;
  /** Pieces; all that are open where absent. */
  readonly quantity?: number;
  readonly note: string;
}

/** Resolves one after the other. Where one is refused the former ones stay resolved, and trying again goes on from there. */
export function useResolve(discrepancies: readonly Discrepancy[], onDone: () => void) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const [commandId, setCommandId] = useState(newId);
  const mutation = useMutation({
    mutationFn: async (resolving: Resolving): Promise<void> => {
      let id = commandId;
      for (const each of discrepancies.slice(done)) {
        await resolveOne(each.id, { ...resolving, commandId: id });
        setDone((former) => former + 1);
        id = newId();
        setCommandId(id);
      }
    },
    onSuccess: () => {
      notifications.show({
        color: 'reach',
        message: t('resolve.done', count(discrepancies.length)),
      });
      onDone();
    },
    onError: (error) => {
      if (!(error instanceof NoAnswer)) setCommandId(newId());
    },
    onSettled: () => client.invalidateQueries(),
  });
  return {
    send: (resolving: Resolving) => mutation.mutate(resolving),
    isPending: mutation.isPending,
    isBegun: done > 0 || mutation.isPending,
    error: mutation.error,
    done,
  };
}

function resolveOne(id: string, body: Resolving & { commandId: string }) {
  return read(api.POST('/api/v1/discrepancies/{id}/resolve', { params: { path: { id } }, body }));
}
