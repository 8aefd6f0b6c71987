import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { Refusal } from '../api/refusal.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useTranslation } from '../language/i18n.js';
import { offerUndo } from '../parts/undo-notice.js';
import type { PrintOrder } from './use-print-orders.js';

/** Deletes an order of which nothing came; undone by ordering the same again. */
export function useRemovePrintOrder(campaign: Campaign) {
  const { t } = useTranslation(['stock', 'parts']);
  const client = useQueryClient();
  const refuse = (error: Error): void => {
    const message = error instanceof Refusal ? error.problem.detail : t('parts:noAnswer');
    notifications.show({ title: t('parts:wentWrong'), message, color: 'red', autoClose: false });
  };
  const restore = useMutation({
    mutationFn: (order: PrintOrder) =>
      read(
        api.POST('/api/v1/print-orders', {
          body: {
            id: newId(),
            campaignId: campaign.id,
            materialId: order.materialId,
            lotNumber: order.lotNumber,
            quantity: order.quantity,
            supplier: order.supplier,
            expectedOn: order.expectedOn,
            funding: order.funding,
            ...(order.cost === null ? {} : { cost: order.cost }),
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
    onError: refuse,
  });
  return useMutation<unknown, Error, PrintOrder>({
    mutationFn: (order) =>
      read(
        api.DELETE('/api/v1/print-orders/{id}', {
          params: { path: { id: order.id }, header: { 'If-Match': `"${order.version}"` } },
        }),
      ),
    onSuccess: async (_answer, order) => {
      offerUndo(t('orders.removed', { order: order.lotNumber }), () => restore.mutate(order));
      await client.invalidateQueries();
    },
    onError: async (error) => {
      refuse(error);
      await client.invalidateQueries();
    },
  });
}
