import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { NoAnswer, Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';

interface TakingBack {
  /** Any movement of the receipt or issue: it is taken back whole. */
  readonly movementId: string;
  readonly reason: string;
  /** The same where it is asked for again. */
  readonly commandId: string;
}

const NOTICE = 'reversal-failed';

/**
 * Takes back a receipt or an issue by counter-booking. `takeBack(movementId, reason)` may be called where nothing else says
 * what became of it, so its refusal is said in a notice, unless the form shows it (`isShown`).
 */
export function useReversal(onDone?: () => void, { isShown = false } = {}) {
  const { t } = useTranslation(['stock', 'parts']);
  const client = useQueryClient();
  const unanswered = useRef<TakingBack>(undefined);
  const { mutate, isPending, error, reset } = useMutation<unknown, Error, TakingBack>({
    mutationFn: ({ movementId, reason, commandId }) =>
      read(
        api.POST('/api/v1/stock/movements/{id}/reverse', {
          params: { path: { id: movementId } },
          body: { commandId, reason },
        }),
      ),
    onMutate: () => notifications.hide(NOTICE),
    onSuccess: async () => {
      unanswered.current = undefined;
      notifications.show({ message: t('reversal.done'), color: 'reach' });
      onDone?.();
      await client.invalidateQueries();
    },
    onError: (failure, taking) => {
      unanswered.current = failure instanceof NoAnswer ? taking : undefined;
      if (isShown) return;
      const isRefused = failure instanceof Refusal;
      notifications.show({
        id: NOTICE,
        title: isRefused ? t('reversal.failed') : t('parts:noAnswerTitle'),
        message: isRefused ? failure.problem.detail : t('parts:noAnswer'),
        color: 'red',
        autoClose: false,
        closeButtonProps: { 'aria-label': t('parts:close') },
      });
    },
  });
  const takeBack = (movementId: string, reason: string): void => {
    const former = unanswered.current;
    const isAgain = former?.movementId === movementId && former.reason === reason;
    mutate({ movementId, reason, commandId: isAgain ? former.commandId : newId() });
  };
  return { takeBack, isPending, error, reset };
}
