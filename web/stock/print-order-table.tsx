import { ActionIcon, Badge, Group, Menu, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { dayOf } from '../../src/time.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { StateBadge } from '../parts/state-badge.js';
import { ButtonLink, TextLink } from '../parts/links.js';
import { countDaysLate } from './order-lateness.js';
import type { PrintOrder } from './use-print-orders.js';

interface Props {
  readonly orders: readonly PrintOrder[];
  readonly mayWrite: boolean;
  readonly onChange: (order: PrintOrder) => void;
  readonly onCloseShort: (order: PrintOrder) => void;
  readonly onRemove: (order: PrintOrder) => void;
}

/** Orders, those that are awaited first. */
export function PrintOrderTable({ orders, mayWrite, ...commands }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const columns: Column<PrintOrder>[] = [
    {
      key: 'order',
      header: t('orders.order'),
      width: 'minmax(9rem, 2.4fr)',
      sortBy: ({ lotNumber }) => lotNumber,
      cell: (order) => <OrderCell order={order} material={materialName(order.materialId)} />,
    },
    {
      key: 'state',
      header: t('column.state'),
      width: 'minmax(8.8rem, 1fr)',
      hiddenOn: 'phone',
      sortBy: (order) => order.state,
      cell: (order) => <OrderState order={order} />,
    },
    {
      key: 'expectedOn',
      header: t('orders.expectedOn'),
      width: 'minmax(6.5rem, 1fr)',
      hiddenOn: 'tablet',
      sortBy: ({ expectedOn }) => expectedOn,
      cell: ({ expectedOn }) => format.date(expectedOn),
    },
    {
      key: 'quantity',
      header: t('orders.ordered'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ quantity }) => quantity,
      cell: ({ quantity }) => format.number(quantity),
    },
    {
      key: 'received',
      header: t('orders.received'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ received }) => received,
      cell: ({ id, received }) =>
        received === 0 ? (
          '—'
        ) : (
          <TextLink to="/stock/history" search={{ printOrder: id }} inherit>
            {format.number(received)}
          </TextLink>
        ),
    },
    {
      key: 'expected',
      header: t('orders.remaining'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ expected }) => expected,
      cell: ({ expected }) => (expected === 0 ? '—' : <b>{format.number(expected)}</b>),
    },
    ...(mayWrite
      ? [
          {
            key: 'do',
            header: t('orders.do'),
            width: 'minmax(7rem, 8rem)',
            cell: (order: PrintOrder) => <OrderCommands order={order} {...commands} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('orders.title')}
      rows={orders}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ lotNumber }) => lotNumber}
      initialSorting={{ key: 'state', isDescending: false }}
    />
  );
}

function OrderCell({ order, material }: { order: PrintOrder; material: string }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const payers = order.funding.map(({ funder, percent }) =>
    t('funderShare', { funder, percent: format.decimal(percent, 2) }),
  );
  return (
    <Stack gap={0}>
      <Text inherit fw={600}>
        {t('lotOf', { lot: order.lotNumber, material })}
      </Text>
      <Text size="xs" c="dimmed">
        {order.supplier} · {format.list(payers)}
        {order.cost !== null &&
          ` · ${t('money', { amount: format.decimal(order.cost.amount, 2), currency: order.cost.currency })}`}
      </Text>
      <Stack gap={2} hiddenFrom="sm">
        <Text size="xs">
          {t('orders.progress', {
            received: format.number(order.received),
            ordered: format.number(order.quantity),
          })}
        </Text>
        <OrderState order={order} />
      </Stack>
      {order.closedShortReason !== null && (
        <Text size="xs" c="dimmed">
          {t('orders.closedBecause', { reason: order.closedShortReason })}
        </Text>
      )}
    </Stack>
  );
}

/** Late is said with the days, since a date alone has to be reckoned with. */
function OrderState({ order }: { order: PrintOrder }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const late = countDaysLate(order, dayOf(new Date().toISOString()));
  return (
    <Stack gap={2} align="flex-start">
      <StateBadge of="printOrderState" state={order.state} />
      {late > 0 && (
        <Badge
          color="orange"
          variant="light"
          leftSection={<IconAlertTriangle size={12} aria-hidden />}
          styles={{ root: { textTransform: 'none' }, label: { overflow: 'visible' } }}
        >
          {t('orders.late', { count: late, replace: { count: format.number(late) } })}
        </Badge>
      )}
      {order.state === 'open' && (
        <Text size="xs" c="dimmed" hiddenFrom="md">
          {format.date(order.expectedOn)}
        </Text>
      )}
    </Stack>
  );
}

type CommandProps = Omit<Props, 'orders' | 'mayWrite'> & { readonly order: PrintOrder };

function OrderCommands({ order, onChange, onCloseShort, onRemove }: CommandProps) {
  const { t } = useTranslation(['stock', 'parts']);
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {order.state === 'open' && (
        <ButtonLink
          size="compact-sm"
          mih={36}
          variant="light"
          to="/stock/receive"
          search={{ printOrder: order.id }}
        >
          {t('action.receive')}
        </ButtonLink>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size={36}
            variant="subtle"
            color="gray"
            aria-label={t('orders.moreOf', { order: order.lotNumber })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onChange(order)}>{t('parts:edit')}</Menu.Item>
          {order.state === 'open' && (
            <Menu.Item onClick={() => onCloseShort(order)}>{t('orders.closeShort')}</Menu.Item>
          )}
          {order.received === 0 && (
            <Menu.Item color="red" onClick={() => onRemove(order)}>
              {t('orders.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
