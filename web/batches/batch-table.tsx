import { Text } from '@mantine/core';
import { BATCH_STATES } from '../../src/distribution/batch-life.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { ShareBar } from '../parts/share-bar.js';
import { StateBadge } from '../parts/state-badge.js';
import { Arrival } from './arrival.js';
import { BatchSize } from './batch-size.js';
import { useBatchName } from './batch-name.js';
import type { Batch } from './use-batches.js';

/** Batches, newest first. */
export function BatchTable({ batches }: { batches: readonly Batch[] }) {
  const { t } = useTranslation('batches');
  const nameOf = useBatchName();
  return (
    <DataTable
      label={t('title')}
      rows={batches}
      columns={useColumns()}
      idOf={({ id }) => id}
      nameOf={nameOf}
    />
  );
}

function useColumns(): Column<Batch>[] {
  const { t } = useTranslation(['batches', 'parts', 'language']);
  const format = useFormat();
  const warehouseName = useWarehouseNames();
  return [
    {
      key: 'name',
      header: t('column.batch'),
      width: 'minmax(11rem, 2.4fr)',
      cell: (batch) => <BatchCell batch={batch} />,
    },
    {
      key: 'state',
      header: t('parts:state'),
      width: '8.5rem',
      sortBy: ({ state }) => BATCH_STATES.indexOf(state),
      cell: ({ state }) => <StateBadge of="batchState" state={state} />,
    },
    {
      key: 'warehouse',
      header: t('parts:warehouse'),
      width: 'minmax(8rem, 1.2fr)',
      hiddenOn: 'tablet',
      sortBy: ({ warehouseId }) => warehouseName(warehouseId),
      cell: (batch) => (
        <>
          <Text size="sm">{warehouseName(batch.warehouseId)}</Text>
          <Text size="xs" c="dimmed">
            {t(`language:mode.${batch.mode}`)}
            {batch.carrier !== null && ` · ${batch.carrier}`}
          </Text>
        </>
      ),
    },
    {
      key: 'consignments',
      header: t('column.consignments'),
      width: '6.5rem',
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ consignmentCount }) => consignmentCount,
      cell: ({ consignmentCount }) => format.number(consignmentCount),
    },
    {
      key: 'pieces',
      header: t('column.pieces'),
      width: '6rem',
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ pieces }) => pieces,
      cell: ({ pieces }) => format.number(pieces),
    },
    {
      key: 'delivered',
      header: t('column.delivered'),
      width: 'minmax(7rem, 1fr)',
      hiddenOn: 'tablet',
      sortBy: deliveredShare,
      cell: (batch) => <ShareBar share={deliveredShare(batch)} label={t('column.delivered')} />,
    },
    {
      key: 'expected',
      header: t('column.expected'),
      width: '8.5rem',
      hiddenOn: 'phone',
      sortBy: ({ expectedAt }) => expectedAt,
      cell: (batch) => <Arrival batch={batch} />,
    },
  ];
}

/** Null before it has left: nothing could be delivered yet. */
function deliveredShare({ dispatchedAt, delivered, pieces }: Batch): number | null {
  return dispatchedAt === null || pieces === 0 ? null : Math.min(1, delivered / pieces);
}

function BatchCell({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches');
  const nameOf = useBatchName();
  const format = useFormat();
  const warehouseName = useWarehouseNames();
  return (
    <>
      <TextLink to="/batches/$id" params={{ id: batch.id }} size="sm" fw={600}>
        {nameOf(batch)}
      </TextLink>
      <Text size="xs" c="dimmed">
        {t('madeOn', {
          warehouse: warehouseName(batch.warehouseId),
          date: format.date(batch.createdAt),
        })}
      </Text>
      <Text size="xs" c="dimmed" hiddenFrom="sm">
        <BatchSize batch={batch} />
      </Text>
    </>
  );
}
