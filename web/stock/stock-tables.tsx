import { Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '../api/campaigns-query.js';
import { materialsQuery } from '../api/use-materials.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useTranslation } from '../language/i18n.js';
import { MaterialChoice, WarehouseChoice } from '../parts/goods-choice.js';
import { useAddress } from '../parts/use-address.js';
import {
  groupByWarehouse,
  keepPresent,
  type StockRow,
  sumByMaterial,
  sumExpected,
} from './balances.js';
import { HoldingTable } from './holding-table.js';
import { LotBalanceTable } from './lot-balance-table.js';
import { MaterialTable } from './material-table.js';
import type { PrintOrder } from './use-print-orders.js';

interface Props {
  readonly campaign: Campaign;
  readonly rows: readonly StockRow[];
  /** Undefined where it is not known what was expected then. */
  readonly orders: readonly PrintOrder[] | undefined;
}

/** First how much there is of each material, then where it lies. */
export function StockTables({ campaign, rows, orders }: Props) {
  const { t } = useTranslation('stock');
  const { data: materials = [] } = useQuery(materialsQuery);
  const { data: warehouses = [] } = useQuery(warehousesQuery);
  const [{ by = 'material', warehouse, material }, setAddress] = useAddress();
  const stocked = new Set(materials.filter(({ kind }) => kind !== 'broadcast').map(({ id }) => id));
  const sums = sumByMaterial(rows, {
    materialIds: campaign.materialIds.filter((id) => stocked.has(id)),
    partnerIds: new Set(warehouses.filter(({ kind }) => kind === 'partner').map(({ id }) => id)),
    expected: sumExpected(orders ?? []),
  });
  const shown = keepPresent(rows).filter(
    (row) =>
      (warehouse === undefined || row.warehouseId === warehouse) &&
      (material === undefined || row.materialId === material),
  );
  return (
    <Stack gap="xl">
      <section>
        <Title order={2} size="h4" mb="xs">
          {t('byMaterial')}
        </Title>
        <MaterialTable sums={sums} hasExpected={orders !== undefined} />
      </section>
      <section>
        <Group justify="space-between" align="flex-end" mb="xs" gap="sm">
          <Title order={2} size="h4">
            {t('byWarehouse')}
          </Title>
          <Group align="flex-end" gap="xs">
            <SegmentedControl
              aria-label={t('by.label')}
              value={by}
              onChange={(chosen) => setAddress({ by: chosen })}
              data={[
                { value: 'material', label: t('by.material') },
                { value: 'lot', label: t('by.lot') },
              ]}
            />
            <WarehouseChoice
              clearable
              placeholder={t('everyWarehouse')}
              value={warehouse ?? null}
              onChange={(id) => setAddress({ warehouse: id ?? undefined })}
            />
            <MaterialChoice
              clearable
              placeholder={t('everyMaterial')}
              value={material ?? null}
              onChange={(id) => setAddress({ material: id ?? undefined })}
            />
          </Group>
        </Group>
        {by === 'lot' ? (
          <LotBalanceTable rows={shown} />
        ) : (
          <HoldingTable holdings={groupByWarehouse(shown)} />
        )}
      </section>
    </Stack>
  );
}
