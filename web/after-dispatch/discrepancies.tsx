import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMayWrite } from '../api/use-session.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { useAddress } from '../parts/use-address.js';
import { ResolveForm } from './resolve-form.js';
import { useCount } from './use-count.js';
import { type Discrepancy, useDiscrepancies } from './use-discrepancies.js';
import { type Stops, useStops } from './use-stops.js';

/** Differences between what was sent and what was confirmed, until somebody accounts for them. */
export function Discrepancies({ batch }: { batch: BatchDetail }) {
  const query = useDiscrepancies(batch.id);
  return (
    <Loaded query={query}>
      {(rows) => <DiscrepancyTable batch={batch} discrepancies={rows} />}
    </Loaded>
  );
}

interface Props {
  readonly batch: BatchDetail;
  readonly discrepancies: readonly Discrepancy[];
}

function DiscrepancyTable({ batch, discrepancies }: Props) {
  const { t } = useTranslation('after-dispatch');
  const [address, setAddress] = useAddress();
  const mayWrite = useMayWrite();
  const stops = useStops(batch);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [resolving, setResolving] = useState<readonly Discrepancy[]>();
  const state = address['differences'] === 'resolved' ? 'resolved' : 'open';
  const rows = discrepancies.filter((each) => each.state === state);
  const chosen = rows.filter(({ id }) => selected.has(id));
  const mayAct = mayWrite && state === 'open';
  const columns = useColumns(stops, mayAct ? (row) => setResolving([row]) : undefined);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          aria-label={t('difference.which')}
          value={state}
          onChange={(value) =>
            setAddress({ differences: value === 'resolved' ? value : undefined })
          }
          data={(['open', 'resolved'] as const).map((value) => ({
            value,
            label: t(`difference.${value}`),
          }))}
        />
        {mayAct && <ResolveChosen chosen={chosen} onResolve={() => setResolving(chosen)} />}
      </Group>
      <DataTable
        label={t('tabs.discrepancies')}
        rows={rows}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={(row) => nameOf(row, stops)}
        empty={t(state === 'open' ? 'difference.empty' : 'difference.emptyResolved')}
        {...(mayAct ? { selected, onSelect: setSelected } : {})}
      />
      {resolving !== undefined && (
        <ResolveForm
          batch={batch}
          discrepancies={resolving}
          onClose={() => {
            setResolving(undefined);
            setSelected(new Set());
          }}
        />
      )}
    </Stack>
  );
}

function ResolveChosen({
  chosen,
  onResolve,
}: {
  chosen: readonly Discrepancy[];
  onResolve: () => void;
}) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  if (chosen.length === 0) return null;
  if (new Set(chosen.map(({ kind }) => kind)).size > 1)
    return (
      <Text size="sm" c="dimmed">
        {t('difference.sameKind')}
      </Text>
    );
  return <Button onClick={onResolve}>{t('resolve.titleMany', count(chosen.length))}</Button>;
}

function nameOf({ consignmentId, materialId }: Discrepancy, stops: Stops): string {
  return `${stops.nameOf(consignmentId)}, ${stops.materialOf(materialId)}`;
}

function useColumns(
  stops: Stops,
  onResolve: ((row: Discrepancy) => void) | undefined,
): Column<Discrepancy>[] {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const format = useFormat();
  const columns: Column<Discrepancy>[] = [
    {
      key: 'point',
      header: t('list.point'),
      width: 'minmax(7rem, 3fr)',
      sortBy: ({ consignmentId }) => stops.nameOf(consignmentId),
      cell: (row) => <PointCell row={row} stops={stops} />,
    },
    {
      key: 'kind',
      header: t('difference.kind'),
      width: 'minmax(6rem, 1fr)',
      hiddenOn: 'phone',
      sortBy: ({ kind }) => t(`language:discrepancyKind.${kind}`),
      cell: ({ kind }) => t(`language:discrepancyKind.${kind}`),
    },
    {
      key: 'material',
      header: t('difference.material'),
      hiddenOn: 'phone',
      sortBy: ({ materialId }) => stops.materialOf(materialId),
      cell: ({ materialId }) => stops.materialOf(materialId),
    },
    {
      key: 'pieces',
      header: t('difference.pieces'),
      isNumber: true,
      width: '4.5rem',
      sortBy: (row) => piecesOf(row),
      cell: (row) => (
        <>
          <div>{format.number(piecesOf(row))}</div>
          {row.state === 'open' && row.quantity !== row.openedQuantity && (
            <Text size="xs" c="dimmed">
              {t('difference.ofOpened', { pieces: format.number(row.openedQuantity) })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'since',
      header: t('difference.since'),
      width: 'minmax(7rem, 1fr)',
      hiddenOn: 'phone',
      sortBy: ({ openedAt }) => openedAt,
      cell: ({ openedAt, closedAt }) =>
        closedAt === null
          ? format.date(openedAt)
          : t('difference.until', { from: format.date(openedAt), to: format.date(closedAt) }),
    },
  ];
  if (onResolve !== undefined) {
    columns.push({
      key: 'act',
      header: t('list.act'),
      width: '5.75rem',
      cell: (row) => (
        <Button
          size="compact-sm"
          h={36}
          variant="light"
          aria-label={t('command.resolveOf', { name: nameOf(row, stops) })}
          onClick={() => onResolve(row)}
        >
          {t('command.resolve')}
        </Button>
      ),
    });
  }
  return columns;
}

/** Open pieces; of a resolved one those with which it opened. */
function piecesOf({ state, quantity, openedQuantity }: Discrepancy): number {
  return state === 'open' ? quantity : openedQuantity;
}

function PointCell({ row, stops }: { row: Discrepancy; stops: Stops }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Text size="sm" fw={500}>
        {stops.nameOf(row.consignmentId)}
      </Text>
      <Text size="xs" c="dimmed">
        {stops.placeOf(row.consignmentId)}
      </Text>
      <Text size="xs" c="dimmed" hiddenFrom="sm">
        {t(`discrepancyKind.${row.kind}`)} · {stops.materialOf(row.materialId)} ·{' '}
        {format.date(row.openedAt)}
      </Text>
    </>
  );
}
