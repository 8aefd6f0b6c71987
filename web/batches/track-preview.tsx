import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { NoAnswer } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import type { PastedRow, TrackedStop } from './tracking-paste.js';

interface Props {
  readonly rows: readonly PastedRow[];
  readonly stops: readonly TrackedStop[];
  readonly outcomes: ReadonlyMap<string, Error | null>;
}

/** What each pasted row means: its consignment and number, or why it means none; after saving, what became of it. */
export function TrackPreview({ rows, stops, outcomes }: Props) {
  const { t } = useTranslation('batches');
  const stopOf = new Map(stops.map((stop) => [stop.id, stop]));
  const columns: Column<PastedRow>[] = [
    {
      key: 'point',
      header: t('column.consignment'),
      width: 'minmax(9rem, 1.4fr)',
      cell: ({ stopId, key }) => {
        const stop = stopId === null ? undefined : stopOf.get(stopId);
        if (stop === undefined) return key ?? '';
        return (
          <>
            <Text size="sm">{stop.name}</Text>
            <Text size="xs" c="dimmed">
              {stop.waybillNumber}
            </Text>
          </>
        );
      },
    },
    {
      key: 'number',
      header: t('track.number'),
      width: 'minmax(7rem, 1fr)',
      cell: ({ number, stopId }) => (
        <>
          <Text size="sm">{number}</Text>
          <Former stop={stopId === null ? undefined : stopOf.get(stopId)} number={number} />
        </>
      ),
    },
    {
      key: 'outcome',
      header: t('track.outcome'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => <RowOutcome row={row} outcomes={outcomes} stopOf={stopOf} />,
    },
  ];
  return (
    <DataTable
      label={t('track.preview')}
      rows={rows}
      columns={columns}
      idOf={({ line }) => String(line)}
      height="40vh"
    />
  );
}

function Former({ stop, number }: { stop: TrackedStop | undefined; number: string }) {
  const { t } = useTranslation('batches');
  if (stop === undefined || stop.trackingNumbers.length === 0) return null;
  if (stop.trackingNumbers.includes(number)) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('track.insteadOf', { numbers: stop.trackingNumbers.join(', ') })}
    </Text>
  );
}

function RowOutcome({
  row: { fault, stopId, number },
  outcomes,
  stopOf,
}: {
  row: PastedRow;
  outcomes: Props['outcomes'];
  stopOf: ReadonlyMap<string, TrackedStop>;
}) {
  const { t } = useTranslation(['batches', 'parts']);
  const error = stopId === null ? undefined : outcomes.get(stopId);
  if (error instanceof Error)
    return (
      <Text size="sm" c="red">
        {error instanceof NoAnswer ? t('parts:noAnswerTitle') : error.message}
      </Text>
    );
  if (fault !== null)
    return (
      <Group gap={4} wrap="nowrap" align="flex-start">
        <IconAlertTriangle size={16} aria-hidden color="var(--mantine-color-orange-6)" />
        <Text size="sm">{t(`track.fault.${fault}`)}</Text>
      </Group>
    );
  const isThere = stopId !== null && stopOf.get(stopId)?.trackingNumbers.includes(number) === true;
  return (
    <Group gap={4} wrap="nowrap">
      {isThere ? <IconCheck size={16} aria-hidden /> : <IconArrowRight size={16} aria-hidden />}
      <Text size="sm">{isThere ? t('track.isThere') : t('track.willBeSaved')}</Text>
    </Group>
  );
}
