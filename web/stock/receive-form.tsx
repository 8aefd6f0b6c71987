import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../api/refusal.js';
import type { Campaign } from '../api/campaigns-query.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useAddress } from '../parts/use-address.js';
import { ArrivalFields } from './arrival-fields.js';
import { ArrivalSummary } from './arrival-summary.js';
import { isAhead } from './booking-day.js';
import { FundingFields } from './funding-fields.js';
import { startShares } from './funding-shares.js';
import { PrintRunFields } from './print-run-fields.js';
import {
  findKnown,
  findMissingInReceipt,
  type ReceiptDraft,
  takeOrder,
  weighDraft,
} from './receipt-draft.js';
import classes from './stock.module.css';
import type { Lot } from './use-lots.js';
import type { PrintOrder } from './use-print-orders.js';
import { useReceiveCommand } from './use-receive-command.js';
import type { Receipt } from './use-receipts.js';

interface Props {
  readonly campaign: Campaign;
  readonly orders: readonly PrintOrder[];
  readonly lots: readonly Lot[];
  readonly onBooked: (receipt: Receipt) => void;
}

const REMEMBERED_WAREHOUSE = 'domet-receive-warehouse';

/** Which print run, what the delivery note says, what was counted; then what will be booked, in a sentence. */
export function ReceiveForm({ campaign, orders, lots, onBooked }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const [typed, change] = useReceiptDraft(campaign, orders);
  const draft = { ...typed, warehouseId: useUsableWarehouse(typed.warehouseId) };
  const command = useReceiveCommand(campaign, onBooked);
  const known = findKnown(draft, lots, orders);
  const missing = findMissingInReceipt(draft, known);
  const isFundingTold = known.lot === undefined && known.order === undefined;
  const isReady = missing === undefined && !isAhead(draft.day, new Date().toISOString());
  const errorOf = (path: string) =>
    command.error instanceof Refusal ? command.error.fieldErrors[path] : undefined;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady || command.isPending) return;
    localStorage.setItem(REMEMBERED_WAREHOUSE, draft.warehouseId ?? '');
    command.mutate({ draft, printOrderId: known.order?.id, isFundingTold });
  };
  const counted = Number(draft.counted) || 0;
  return (
    <form onSubmit={send} noValidate>
      <Paper withBorder p={{ base: 'sm', sm: 'md' }} maw={860}>
        <Stack gap="lg">
          <PrintRunFields
            draft={draft}
            orders={orders}
            lots={lots}
            known={known}
            onChange={change}
            errorOf={errorOf}
          />
          <ArrivalFields draft={draft} onChange={change} errorOf={errorOf} />
          {isFundingTold && (
            <FundingFields
              shares={draft.shares}
              onChange={(shares) => change({ shares })}
              error={errorOf('funding') ?? errorOf('funder')}
            />
          )}
          {counted > 0 && (
            <ArrivalSummary
              draft={draft}
              lot={known.lot}
              arrival={weighDraft(draft, known.order)}
            />
          )}
          {command.error !== null && <ProblemNotice error={command.error} isCommand />}
          <Group justify="space-between" gap="sm" className={classes.doIt}>
            <Text size="sm" c="dimmed" aria-live="polite" flex={1}>
              {missing !== undefined && t(`receive.missing.${missing}`)}
            </Text>
            <Button
              type="submit"
              size="md"
              loading={command.isPending}
              disabled={!isReady}
              leftSection={<IconPackageImport size={18} aria-hidden />}
            >
              {counted > 0
                ? t('receive.submit', {
                    count: counted,
                    replace: { count: format.number(counted) },
                  })
                : t('action.receive')}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </form>
  );
}

/** The one chosen or remembered, where it is still in use; else the only one there is. */
function useUsableWarehouse(id: string | null): string | null {
  const { data: warehouses = [] } = useQuery(warehousesQuery);
  const usable = warehouses.filter(({ active }) => active);
  if (usable.some((warehouse) => warehouse.id === id)) return id;
  return usable.length === 1 ? usable[0]!.id : null;
}

/** Filled in from the order in the address, where one stands there. */
function useReceiptDraft(
  campaign: Campaign,
  orders: readonly PrintOrder[],
): [ReceiptDraft, (changes: Partial<ReceiptDraft>) => void] {
  const [{ printOrder }] = useAddress();
  const [draft, setDraft] = useState<ReceiptDraft>(() => {
    const empty: ReceiptDraft = {
      orderId: null,
      materialId: null,
      lotNumber: '',
      warehouseId: localStorage.getItem(REMEMBERED_WAREHOUSE),
      day: '',
      supplier: '',
      deliveryNoteNumber: '',
      noted: '',
      counted: '',
      damaged: '',
      shares: startShares(campaign.funders.map(({ name }) => name)),
    };
    const order = orders.find(({ id }) => id === printOrder);
    return order === undefined ? empty : takeOrder(empty, order);
  });
  return [draft, (changes) => setDraft((former) => ({ ...former, ...changes }))];
}
