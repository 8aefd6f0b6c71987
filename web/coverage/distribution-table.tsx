import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { StateBadge } from '../parts/state-badge.js';
import { ByWhom, DocumentLink } from './bringer.js';
import classes from './coverage.module.css';
import type { ListTotals } from './list-question.js';
import { PointKindLine } from './point-kind-line.js';
import { ConfidentialMark } from './points-section.js';
import type { DistributionRow } from './use-distribution-list.js';

interface Props {
  readonly rows: readonly DistributionRow[];
  readonly totals: ListTotals;
}

/** Who got what, when, by whom and how well proved. */
export function DistributionTable({ rows, totals }: Props) {
  const { t } = useTranslation('coverage');
  const where = useWhereColumns(totals);
  const what = useWhatColumns(totals);
  const columns = useMemo(() => [...where, ...what], [where, what]);
  return (
    <DataTable
      label={t('list.title')}
      rows={rows}
      columns={columns}
      idOf={({ deliveryPointId, materialId }) => `${deliveryPointId} ${materialId ?? ''}`}
      nameOf={({ name }) => name}
    />
  );
}

function useWhereColumns(totals: ListTotals): readonly Column<DistributionRow>[] {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const format = useFormat();
  const nameOf = useMaterialNames();
  return useMemo(
    () => [
      {
        key: 'point',
        header: t('parts:point'),
        width: 'minmax(7rem, 3fr)',
        sortBy: ({ name }) => name,
        cell: (row) => <PointCell row={row} />,
        total: t('language:count.points', {
          count: totals.points,
          replace: { count: format.number(totals.points) },
        }),
      },
      {
        key: 'municipality',
        header: t('parts:municipality'),
        width: 'minmax(7rem, 1.5fr)',
        hiddenOn: 'tablet',
        sortBy: ({ municipalityName }) => municipalityName,
        cell: ({ municipalityCode, municipalityName }) => (
          <TextLink to="/coverage/$code" params={{ code: municipalityCode }} size="sm">
            {municipalityName}
          </TextLink>
        ),
      },
      {
        key: 'material',
        header: t('parts:material'),
        width: 'minmax(7rem, 2fr)',
        hiddenOn: 'phone',
        sortBy: ({ materialId }) => (materialId === null ? null : nameOf(materialId)),
        cell: ({ materialId, outlook }) =>
          materialId !== null ? (
            nameOf(materialId)
          ) : outlook === null ? (
            '—'
          ) : (
            <StateBadge of="outlook" state={outlook} />
          ),
      },
    ],
    [t, format, nameOf, totals],
  );
}

function useWhatColumns(totals: ListTotals): readonly Column<DistributionRow>[] {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'delivered',
        header: t('column.pieces'),
        width: '5.5rem',
        isNumber: true,
        sortBy: ({ delivered }) => delivered,
        cell: ({ delivered }) => format.number(delivered),
        total: format.number(totals.pieces),
      },
      {
        key: 'date',
        header: t('parts:date'),
        width: '6.25rem',
        sortBy: ({ lastDeliveredAt }) => lastDeliveredAt,
        cell: ({ lastDeliveredAt }) =>
          lastDeliveredAt === null ? '—' : format.date(lastDeliveredAt),
      },
      {
        key: 'by',
        header: t('column.by'),
        width: 'minmax(10rem, 2fr)',
        hiddenOn: 'phone',
        sortBy: ({ waybillNumber }) => waybillNumber ?? null,
        cell: (row) => <BroughtBy row={row} />,
      },
      {
        key: 'proof',
        header: t('column.proof'),
        width: 'minmax(6.5rem, 1fr)',
        hiddenOn: 'tablet',
        sortBy: ({ proof }) => proof,
        cell: ({ proof }) => (proof === null ? '—' : t(`language:proof.${proof}`)),
      },
      {
        key: 'lots',
        header: t('column.lots'),
        width: 'minmax(6.5rem, 1fr)',
        hiddenOn: 'tablet',
        sortBy: ({ lotNumbers }) => lotNumbers.join(' '),
        cell: (row) => <LotsCell row={row} />,
      },
    ],
    [t, format, totals],
  );
}

function PointCell({ row }: { row: DistributionRow }) {
  const { t } = useTranslation(['coverage', 'language']);
  const nameOf = useMaterialNames();
  return (
    <Stack gap={2}>
      <Group gap={6} wrap="nowrap">
        <TextLink to="/places/points/$id" params={{ id: row.deliveryPointId }} size="sm">
          {row.name}
        </TextLink>
        {row.confidential && <ConfidentialMark />}
      </Group>
      <PointKindLine kind={row.kind} tags={row.tags} />
      <Text size="xs" c="dimmed" component="div" className={classes.onlyNarrow}>
        <div>{row.municipalityName}</div>
        {row.proof !== null && (
          <div>{t('proofLine', { proof: t(`language:proof.${row.proof}`) })}</div>
        )}
      </Text>
      <Text size="xs" c="dimmed" component="div" className={classes.onlyPhone}>
        {row.materialId !== null && <div>{nameOf(row.materialId)}</div>}
        <BroughtBy row={row} />
      </Text>
    </Stack>
  );
}

/** The latest delivery; that there were more is said, since each has its own paper. */
function BroughtBy({ row }: { row: DistributionRow }) {
  const { t } = useTranslation('coverage');
  const latest = row.deliveries[0];
  if (latest === undefined) return null;
  const further = row.deliveries.length - 1;
  return (
    <Stack gap={0}>
      <DocumentLink {...latest} />
      <ByWhom {...latest} />
      {further > 0 && (
        <Text size="xs" c="dimmed">
          {t('list.further', { count: further })}
        </Text>
      )}
    </Stack>
  );
}

function LotsCell({ row: { lotNumbers, funders } }: { row: DistributionRow }) {
  if (lotNumbers.length === 0) return '—';
  return (
    <Stack gap={0}>
      <span>{lotNumbers.join(', ')}</span>
      <Text size="xs" c="dimmed">
        {funders.join(', ')}
      </Text>
    </Stack>
  );
}
