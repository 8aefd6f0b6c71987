import { useNavigate } from '@tanstack/react-router';
import { notifications } from '@mantine/notifications';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { useCommand } from '../parts/use-command.js';
import type { BatchDetail } from '../api/use-batch.js';

interface Asked {
  readonly run: () => void;
  readonly isPending: boolean;
}

/** Steps that take no figures, and are asked about since they give something up. */
export function useAskedSteps(
  batch: BatchDetail,
): Readonly<Record<'unplan' | 'cancel' | 'remove', Asked>> {
  const { t } = useTranslation('batches');
  const navigate = useNavigate();
  const { id, version } = batch;
  const path = { params: { path: { id } } };
  const unplan = useCommand({
    run: (_: void, commandId) =>
      read(api.POST('/api/v1/batches/{id}/unplan', { ...path, body: { commandId } })),
    done: () => t('said.unplanned'),
  });
  const cancel = useCommand({
    run: (_: void, commandId) =>
      read(api.POST('/api/v1/batches/{id}/cancel', { ...path, body: { commandId } })),
    done: () => t('said.cancelled'),
  });
  const remove = useCommand({
    run: () =>
      read(
        api.DELETE('/api/v1/batches/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    done: () => t('said.removed'),
    onDone: () => void navigate({ to: '/batches', replace: true }),
    changes: ['batches', 'coverage'],
  });
  const asking = (
    step: 'unplan' | 'cancel' | 'remove',
    command: typeof unplan | typeof remove,
  ): Asked => ({
    isPending: command.isPending,
    run: () =>
      askFirst({
        title: t(`ask.${step}.title`),
        text: t(`ask.${step}.text`),
        confirm: t(`ask.${step}.confirm`),
        isDestructive: step !== 'unplan',
        onConfirm: () =>
          command.mutate(undefined, {
            onError: (error) => sayRefusal(error, t('notDone'), t('notDoneText')),
          }),
      }),
  });
  return {
    unplan: asking('unplan', unplan),
    cancel: asking('cancel', cancel),
    remove: asking('remove', remove),
  };
}

/** Nothing stays open that could show why: it is said in passing. */
function sayRefusal(error: Error, title: string, otherwise: string): void {
  notifications.show({
    color: 'red',
    title,
    message: error instanceof Refusal && error.code !== 'unexpected' ? error.message : otherwise,
    autoClose: 12_000,
  });
}
