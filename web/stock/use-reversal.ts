import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { Refusal } from '../api/refusal.js';

interface TakingBack {
  /** Any movement of the receipt or issue: it is taken back whole. */
  readonly movementId: string;
  readonly reason: string;
  /** The same where it is asked for again. */
  readonly commandId: string;
}

/**
 * Takes back a receipt or an issue by counter-booking. `takeBack(movementId, reason)` may be called from a notice that
 * outlives the page, so its progress and its refusal are said in notices too.
 */
export function useReversal(onDone?: () => void) {
  const { t } = useTranslation(['stock', 'parts']);
  const client = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation<unknown, Error, TakingBack>({
    mutationFn: ({ movementId, reason, commandId }) =>
      read(
        api.POST('/api/v1/stock/movements/{id}/reverse', {
          params: { path: { id: movementId } },
          body: { commandId, reason },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('reversal.done'), color: 'reach' });
      onDone?.();
      await client.invalidateQueries();
    },
    onError: (refused) => {
      const message = refused instanceof Refusal ? refused.problem.detail : t('parts:noAnswer');
      notifications.show({
        title: t('reversal.failed'),
        message,
        color: 'red',
        autoClose: false,
        closeButtonProps: { 'aria-label': t('parts:close') },
      });
    },
  });
  const takeBack = (movementId: string, reason: string): void =>
    mutate({ movementId, reason, commandId: newId() });
  return { takeBack, isPending, error, reset };
}
