import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMaterialNames } from '../api/use-materials.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import type { Holding } from './balances.js';

/** What lies in each warehouse of each material. */
export function HoldingTable({ holdings }: { holdings: readonly Holding[] }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const { data: warehouses = [] } = useQuery(warehousesQuery);
  const warehouseOf = (id: string) => warehouses.find((warehouse) => warehouse.id === id);
  const isOneMaterial = new Set(holdings.map(({ materialId }) => materialId)).size === 1;
  const total = (figure: 'onHand' | 'reserved' | 'available') =>
    // Leaflets and posters are not added up.
    isOneMaterial
      ? { total: format.number(holdings.reduce((sum, row) => sum + row[figure], 0)) }
      : {};
  const columns: Column<Holding>[] = [
    {
      key: 'warehouse',
      header: t('column.warehouse'),
      width: 'minmax(7rem, 2fr)',
      sortBy: ({ warehouseId }) => warehouseOf(warehouseId)?.name ?? '',
      cell: (row) => (
        <WarehouseCell
          name={warehouseOf(row.warehouseId)?.name ?? '…'}
          isPartner={warehouseOf(row.warehouseId)?.kind === 'partner'}
          detail={materialName(row.materialId)}
        />
      ),
      ...(isOneMaterial ? { total: t('total') } : {}),
    },
    {
      key: 'material',
      header: t('column.material'),
      hiddenOn: 'phone',
      sortBy: ({ materialId }) => materialName(materialId),
      cell: ({ materialId }) => materialName(materialId),
    },
    {
      key: 'onHand',
      header: t('column.onHand'),
      isNumber: true,
      width: 'minmax(5.2rem, 1fr)',
      sortBy: ({ onHand }) => onHand,
      cell: ({ warehouseId, materialId, onHand }) => (
        <TextLink
          to="/stock/card"
          search={{ account: `warehouse:${warehouseId}`, material: materialId }}
          inherit
        >
          {format.number(onHand)}
        </TextLink>
      ),
      ...total('onHand'),
    },
    {
      key: 'reserved',
      header: t('column.reserved'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ reserved }) => reserved,
      cell: ({ reserved }) => (reserved === 0 ? '—' : format.number(reserved)),
      ...total('reserved'),
    },
    {
      key: 'available',
      header: t('column.available'),
      isNumber: true,
      width: 'minmax(6.7rem, 1fr)',
      sortBy: ({ available }) => available,
      cell: (row) => <AvailableCell {...row} />,
      ...total('available'),
    },
  ];
  return (
    <DataTable
      label={t('byWarehouse')}
      rows={holdings}
      columns={columns}
      idOf={({ warehouseId, materialId }) => `${warehouseId} ${materialId}`}
      initialSorting={{ key: 'warehouse', isDescending: false }}
      empty={t('nothingThere')}
    />
  );
}

interface WarehouseCellProps {
  readonly name: string;
  readonly isPartner: boolean;
  /** What the next column says, where there is no room for it. */
  readonly detail: ReactNode;
}

export function WarehouseCell({ name, isPartner, detail }: WarehouseCellProps) {
  const { t } = useTranslation('stock');
  return (
    <Stack gap={0}>
      <Text inherit fw={600}>
        {name}
      </Text>
      <Text size="xs" hiddenFrom="sm">
        {detail}
      </Text>
      {isPartner && (
        <Text size="xs" c="dimmed">
          {t('partnerHolds')}
        </Text>
      )}
    </Stack>
  );
}

/** What can be given; where some is held back, why it is less than what lies there. */
export function AvailableCell({ available, heldBack }: { available: number; heldBack: number }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  return (
    <Stack gap={0} align="flex-end">
      <b>{format.number(available)}</b>
      {heldBack > 0 && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
          {t('heldBackShort', { pieces: format.number(heldBack) })}
        </Text>
      )}
    </Stack>
  );
}
