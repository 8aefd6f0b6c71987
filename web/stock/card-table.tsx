import { Stack, Text } from '@mantine/core';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { CauseLink } from './cause-link.js';
import { PrintedTable } from './printed-table.js';
import { useAccountNames } from './use-account-names.js';
import type { CardRow } from './use-movements.js';
import { usePrinting } from './use-printing.js';

interface Props {
  readonly rows: readonly CardRow[];
  /** The account that the card is of; undefined: all movements, without a balance. */
  readonly account: string | undefined;
}

export function CardTable({ rows, account }: Props) {
  const { t } = useTranslation('stock');
  const isPrinting = usePrinting();
  const columns = useCardColumns(account);
  const table = { label: t('card.title'), rows, columns, idOf: ({ id }: CardRow) => id };
  if (isPrinting) return <PrintedTable {...table} />;
  return <DataTable {...table} empty={t('card.nothing')} />;
}

function useCardColumns(account: string | undefined): Column<CardRow>[] {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  return [
    {
      key: 'sequence',
      header: t('card.number'),
      isNumber: true,
      hiddenOn: 'tablet',
      width: '4.5rem',
      sortBy: ({ sequence }) => sequence,
      cell: ({ sequence }) => format.number(sequence),
    },
    {
      key: 'when',
      header: t('column.when'),
      hiddenOn: 'phone',
      width: 'minmax(6.2rem, 0.9fr)',
      sortBy: ({ occurredAt }) => occurredAt,
      cell: ({ occurredAt, recordedAt }) => (
        <Text inherit title={t('card.recorded', { date: format.dateTime(recordedAt) })}>
          {format.date(occurredAt)}
        </Text>
      ),
    },
    {
      key: 'what',
      header: t('column.what'),
      width: 'minmax(9rem, 3fr)',
      cell: (row) => <WhatCell row={row} account={account} />,
    },
    {
      key: 'material',
      header: t('column.material'),
      hiddenOn: 'phone',
      width: 'minmax(7rem, 1.4fr)',
      sortBy: ({ materialId }) => materialName(materialId),
      cell: ({ materialId }) => materialName(materialId),
    },
    {
      key: 'pieces',
      header: account === undefined ? t('column.pieces') : t('card.change'),
      isNumber: true,
      width: 'minmax(4.2rem, 0.8fr)',
      sortBy: (row) => signOf(row, account) * row.quantity,
      cell: (row) => (
        <>
          {account !== undefined && (signOf(row, account) > 0 ? '+' : '−')}
          {format.number(row.quantity)}
        </>
      ),
    },
    ...(account === undefined
      ? []
      : [
          {
            key: 'balance',
            header: t('card.balance'),
            isNumber: true,
            width: 'minmax(4.5rem, 0.8fr)',
            cell: ({ balance }: CardRow) =>
              balance === undefined ? '—' : <b>{format.number(balance)}</b>,
          },
        ]),
  ];
}

function signOf(row: CardRow, account: string | undefined): 1 | -1 {
  return account === undefined || row.to === account ? 1 : -1;
}

/** Why it moved, and from where or to where. */
function WhatCell({ row, account }: { row: CardRow; account: string | undefined }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const accountName = useAccountNames();
  const from = accountName(row.from, row.deliveryPointId);
  const to = accountName(row.to, row.deliveryPointId);
  return (
    <Stack gap={0}>
      <CauseLink row={row} />
      <Text size="xs" c="dimmed">
        {account === undefined && t('card.fromTo', { from, to })}
        {account !== undefined && row.to === account && t('card.cameFrom', { from })}
        {account !== undefined && row.to !== account && t('card.wentTo', { to })}
      </Text>
      <Text size="xs" c="dimmed" hiddenFrom="sm">
        {format.date(row.occurredAt)} · {materialName(row.materialId)}
      </Text>
    </Stack>
  );
}
