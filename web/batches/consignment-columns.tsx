import { Box, Text } from '@mantine/core';
import { CONSIGNMENT_STATES } from '../../src/distribution/consignment-state.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import type { Column } from '../parts/data-table.js';
import { StateBadge } from '../parts/state-badge.js';
import { useLineWords } from './stops-table.js';
import { useAssignees } from './use-assignees.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';

/** What is told of each consignment; the longer the batch has lived, the more there is. */
export function useConsignmentColumns(batch: BatchDetail): Column<BatchConsignment>[] {
  const { t } = useTranslation(['batches', 'parts']);
  const format = useFormat();
  const nameOf = useMunicipalityNames();
  const describeLines = useLineWords();
  const nameAssignee = useAssigneeNames();
  const { consignments } = batch;
  const hasPackages = consignments.some(({ packages }) => packages.length > 0);
  const hasAssignees = consignments.some(({ assigneeId }) => assigneeId !== null);
  const hasTracking = consignments.some(({ trackingNumbers }) => trackingNumbers.length > 0);
  const hasExpected = consignments.some(({ expectedAt }) => expectedAt !== batch.expectedAt);
  const columns: (Column<BatchConsignment> | false)[] = [
    {
      key: 'point',
      header: t('column.point'),
      width: 'minmax(11rem, 2fr)',
      sortBy: ({ deliveryPoint: point }) => `${nameOf(point.municipalityCode)} ${point.name}`,
      cell: (consignment) => <PointCell consignment={consignment} />,
    },
    {
      key: 'state',
      header: t('parts:state'),
      width: 'minmax(8.5rem, auto)',
      hiddenOn: 'phone',
      sortBy: ({ state }) => CONSIGNMENT_STATES.indexOf(state),
      cell: ({ state }) => <StateBadge of="consignmentState" state={state} />,
    },
    {
      key: 'lines',
      header: t('column.content'),
      width: 'minmax(10rem, 2fr)',
      hiddenOn: 'phone',
      sortBy: ({ packing }) => packing.pieces,
      cell: ({ lines }) => describeLines(lines),
    },
    hasPackages && {
      key: 'packages',
      header: t('column.packages'),
      width: '5.5rem',
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ packages }) => packages.length,
      cell: ({ packages }) => format.number(packages.length),
    },
    hasAssignees && {
      key: 'assignee',
      header: t('column.assignee'),
      width: 'minmax(7rem, 1fr)',
      hiddenOn: 'tablet',
      sortBy: ({ assigneeId }) => (assigneeId === null ? null : nameAssignee(assigneeId)),
      cell: ({ assigneeId }) => (assigneeId === null ? t('parts:none') : nameAssignee(assigneeId)),
    },
    hasTracking && {
      key: 'tracking',
      header: t('column.tracking'),
      width: 'minmax(8rem, 1fr)',
      hiddenOn: 'tablet',
      sortBy: ({ trackingNumbers }) => trackingNumbers[0] ?? null,
      cell: ({ trackingNumbers }) =>
        trackingNumbers.length === 0 ? t('parts:none') : trackingNumbers.join(', '),
    },
    hasExpected && {
      key: 'expected',
      header: t('column.expected'),
      width: '7rem',
      hiddenOn: 'tablet',
      sortBy: ({ expectedAt }) => expectedAt,
      cell: ({ expectedAt }) => (expectedAt === null ? t('parts:none') : format.date(expectedAt)),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Whoever may not read names is told that somebody is there. */
function useAssigneeNames(): (id: string) => string {
  const { t } = useTranslation('batches');
  const names = new Map(useAssignees().map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? t('assign.somebody');
}

function PointCell({ consignment }: { consignment: BatchConsignment }) {
  const nameOf = useMunicipalityNames();
  const describeLines = useLineWords();
  const { deliveryPoint: point, waybillNumber, lines, state } = consignment;
  return (
    <>
      <TextLink to="/places/points/$id" params={{ id: point.id }} size="sm" fw={600}>
        {point.name}
      </TextLink>
      <Text size="xs" c="dimmed">
        {`${nameOf(point.municipalityCode)} · ${waybillNumber}`}
      </Text>
      <Box hiddenFrom="sm">
        <Text size="xs">{describeLines(lines)}</Text>
        <StateBadge of="consignmentState" state={state} />
      </Box>
    </>
  );
}
