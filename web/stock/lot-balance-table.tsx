import { useQuery } from '@tanstack/react-query';
import { useMaterialNames } from '../api/use-materials.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { StateBadge } from '../parts/state-badge.js';
import { TextLink } from '../parts/links.js';
import { countHeldBack, type StockRow } from './balances.js';
import { AvailableCell, WarehouseCell } from './holding-table.js';

/** What lies in each warehouse of each print run. */
export function LotBalanceTable({ rows }: { rows: readonly StockRow[] }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const { data: warehouses = [] } = useQuery(warehousesQuery);
  const warehouseOf = (id: string) => warehouses.find((warehouse) => warehouse.id === id);
  const columns: Column<StockRow>[] = [
    {
      key: 'warehouse',
      header: t('column.warehouse'),
      width: 'minmax(7rem, 2fr)',
      sortBy: ({ warehouseId }) => warehouseOf(warehouseId)?.name ?? '',
      cell: ({ warehouseId, materialId, lotId, lotNumber }) => (
        <WarehouseCell
          name={warehouseOf(warehouseId)?.name ?? '…'}
          isPartner={warehouseOf(warehouseId)?.kind === 'partner'}
          detail={
            <TextLink to="/stock/lots/$id" params={{ id: lotId }} inherit>
              {t('lotOf', { lot: lotNumber, material: materialName(materialId) })}
            </TextLink>
          }
        />
      ),
    },
    {
      key: 'material',
      header: t('column.material'),
      hiddenOn: 'phone',
      sortBy: ({ materialId }) => materialName(materialId),
      cell: ({ materialId }) => materialName(materialId),
    },
    {
      key: 'lot',
      header: t('column.lot'),
      width: 'minmax(4.5rem, 1fr)',
      hiddenOn: 'phone',
      sortBy: ({ lotNumber }) => lotNumber,
      cell: ({ lotId, lotNumber }) => (
        <TextLink to="/stock/lots/$id" params={{ id: lotId }} inherit>
          {lotNumber}
        </TextLink>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      hiddenOn: 'tablet',
      sortBy: ({ state }) => state,
      cell: ({ state }) => <StateBadge of="lotState" state={state} />,
    },
    {
      key: 'onHand',
      header: t('column.onHand'),
      isNumber: true,
      width: 'minmax(5.2rem, 1fr)',
      sortBy: ({ onHand }) => onHand,
      cell: ({ onHand }) => format.number(onHand),
    },
    {
      key: 'reserved',
      header: t('column.reserved'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ reserved }) => reserved,
      cell: ({ reserved }) => (reserved === 0 ? '—' : format.number(reserved)),
    },
    {
      key: 'available',
      header: t('column.available'),
      isNumber: true,
      width: 'minmax(6.7rem, 1fr)',
      sortBy: ({ available }) => available,
      cell: (row) => <AvailableCell available={row.available} heldBack={countHeldBack(row)} />,
    },
  ];
  return (
    <DataTable
      label={t('byWarehouse')}
      rows={rows}
      columns={columns}
      idOf={({ warehouseId, lotId }) => `${warehouseId} ${lotId}`}
      initialSorting={{ key: 'warehouse', isDescending: false }}
      empty={t('nothingThere')}
    />
  );
}
