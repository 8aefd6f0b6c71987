import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import type { PrintOrder } from './use-print-orders.js';

/** The rest will not come: said once, with why. */
export function CloseShortForm({ order, onClose }: { order: PrintOrder; onClose: () => void }) {
  const { t } = useTranslation(['stock', 'parts']);
  const format = useFormat();
  const [reason, setReason] = useState('');
  const command = useCommand<string, PrintOrder>({
    run: (why, commandId) =>
      read(
        api.POST('/api/v1/print-orders/{id}/close-short', {
          params: { path: { id: order.id } },
          body: { commandId, reason: why },
        }),
      ),
    done: () => t('orders.closedShort', { order: order.lotNumber }),
    onDone: onClose,
  });
  return (
    <SideForm
      title={t('orders.closeShortTitle', { order: order.lotNumber })}
      isOpen
      onClose={onClose}
      onSubmit={() => command.mutate(reason.trim())}
      submit={t('orders.closeShort')}
      isPending={command.isPending}
      isDisabled={reason.trim() === ''}
      error={command.error}
    >
      <Text size="sm">
        {t('orders.closeShortText', {
          received: format.number(order.received),
          ordered: format.number(order.quantity),
          missing: format.number(order.expected),
        })}
      </Text>
      <Textarea
        required
        data-autofocus
        label={t('parts:reason')}
        placeholder={t('orders.closeShortExample')}
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={command.error instanceof Refusal ? command.error.fieldErrors['reason'] : undefined}
      />
    </SideForm>
  );
}
