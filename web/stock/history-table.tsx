import { Badge, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { useMaterialNames } from '../api/use-materials.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { useAddress } from '../parts/use-address.js';
import { bookedOf, type Entry } from './entries.js';
import classes from './stock.module.css';
import type { Issue } from './use-issues.js';
import { useIssueTargetName } from './use-issue-target-name.js';
import type { Receipt } from './use-receipts.js';

type Row = Entry<Receipt, Issue>;

/** Each entry in a row: opened, it says everything and can be taken back. */
export function HistoryTable({ entries }: { entries: readonly Row[] }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const warehouseName = useWarehouseNames();
  const columns: Column<Row>[] = [
    {
      key: 'when',
      header: t('column.when'),
      width: 'minmax(6.5rem, 0.9fr)',
      sortBy: (entry) => bookedOf(entry).occurredAt,
      cell: (entry) => format.date(bookedOf(entry).occurredAt),
    },
    {
      key: 'what',
      header: t('column.what'),
      width: 'minmax(9rem, 3fr)',
      cell: (entry) => <WhatCell entry={entry} />,
    },
    {
      key: 'warehouse',
      header: t('column.warehouse'),
      width: 'minmax(7rem, 1.3fr)',
      hiddenOn: 'phone',
      sortBy: (entry) => warehouseName(bookedOf(entry).warehouseId),
      cell: (entry) => warehouseName(bookedOf(entry).warehouseId),
    },
    {
      key: 'pieces',
      header: t('column.pieces'),
      isNumber: true,
      width: 'minmax(4.5rem, 0.8fr)',
      sortBy: countPieces,
      cell: (entry) => (
        <Text inherit td={bookedOf(entry).reversed ? 'line-through' : undefined}>
          {entry.kind === 'receipt' ? '+' : '−'}
          {format.number(countPieces(entry))}
        </Text>
      ),
    },
    {
      key: 'remark',
      header: t('column.remark'),
      width: 'minmax(6.5rem, 1.2fr)',
      hiddenOn: 'tablet',
      cell: (entry) => <Remarks entry={entry} />,
    },
  ];
  return (
    <DataTable
      label={t('history.title')}
      rows={entries}
      columns={columns}
      idOf={(entry) => bookedOf(entry).id}
    />
  );
}

function countPieces(entry: Row): number {
  return entry.kind === 'receipt'
    ? entry.receipt.quantity
    : entry.issue.lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

function WhatCell({ entry }: { entry: Row }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const warehouseName = useWarehouseNames();
  const targetName = useIssueTargetName();
  const [, setAddress] = useAddress();
  const booked = bookedOf(entry);
  const title =
    entry.kind === 'receipt'
      ? t('history.receiptOf', {
          lot: entry.receipt.lotNumber,
          material: materialName(entry.receipt.materialId),
        })
      : t('history.issueTo', { to: targetName(entry.issue) });
  const detail =
    entry.kind === 'receipt'
      ? entry.receipt.supplier
      : format.list(
          entry.issue.lines.map(({ materialId, quantity }) =>
            t('piecesOf', { pieces: format.number(quantity), material: materialName(materialId) }),
          ),
        );
  return (
    <Stack gap={0} align="flex-start">
      <UnstyledButton
        className={classes.open}
        onClick={() => setAddress({ [entry.kind]: booked.id }, { replace: false })}
      >
        {title}
      </UnstyledButton>
      {detail !== null && (
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
      )}
      <Text size="xs" c="dimmed" hiddenFrom="sm">
        {warehouseName(booked.warehouseId)}
      </Text>
      <span className={classes.narrowOnly}>
        <Remarks entry={entry} />
      </span>
    </Stack>
  );
}

function Remarks({ entry }: { entry: Row }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const styles = { root: { textTransform: 'none' as const }, label: { overflow: 'visible' } };
  return (
    <Stack gap={2} align="flex-start">
      {bookedOf(entry).reversed && (
        <Badge
          color="gray"
          variant="light"
          styles={styles}
          leftSection={<IconArrowBackUp size={12} aria-hidden />}
        >
          {t('reversal.reversed')}
        </Badge>
      )}
      {entry.kind === 'receipt' && entry.receipt.discrepancy !== null && (
        <Badge
          color="orange"
          variant="light"
          styles={styles}
          leftSection={<IconAlertTriangle size={12} aria-hidden />}
        >
          {entry.receipt.discrepancy.difference < 0
            ? t('history.short', { pieces: format.number(-entry.receipt.discrepancy.difference) })
            : t('history.over', { pieces: format.number(entry.receipt.discrepancy.difference) })}
        </Badge>
      )}
      {entry.kind === 'issue' && entry.issue.estimated && (
        <Badge color="gray" variant="light" styles={styles}>
          {t('history.estimated')}
        </Badge>
      )}
    </Stack>
  );
}
