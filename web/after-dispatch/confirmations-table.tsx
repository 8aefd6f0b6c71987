import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { StateBadge } from '../parts/state-badge.js';
import { useAddress } from '../parts/use-address.js';
import { ToldInWords } from './told-in-words.js';
import { type Stops, useStops } from './use-stops.js';
import { useTeller } from './use-teller.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly words: readonly Confirmation[];
}

const STATUSES = [
  'accepted',
  'held',
  'conflict',
  'superseded',
  'dismissed',
  'rejected',
] as const satisfies readonly Confirmation['status'][];

/** Everything that was said of the batch, whatever became of it. */
export function ConfirmationsTable({ batch, words }: Props) {
  const { t } = useTranslation(['after-dispatch', 'parts', 'language']);
  const [address, setAddress] = useAddress();
  const stops = useStops(batch);
  const columns = useColumns(stops);
  const wanted = STATUSES.find((each) => each === address['status']);
  const present = STATUSES.filter((status) => words.some((each) => each.status === status));
  if (words.length === 0) return <Text c="dimmed">{t('list.empty')}</Text>;
  return (
    <Stack gap="sm">
      {(present.length > 1 || wanted !== undefined) && (
        <Group>
          <Select
            label={t('list.status')}
            w={220}
            clearable
            clearButtonProps={{ 'aria-label': t('parts:clear') }}
            placeholder={t('parts:all')}
            value={wanted ?? null}
            onChange={(status) => setAddress({ status: status ?? undefined })}
            data={present.map((value) => ({
              value,
              label: t(`language:confirmationStatus.${value}`),
            }))}
          />
        </Group>
      )}
      <DataTable
        label={t('tabs.confirmations')}
        rows={words.filter(({ status }) => wanted === undefined || status === wanted)}
        columns={columns}
        idOf={({ id, receivedAt }) => `${id} ${receivedAt}`}
        nameOf={({ consignmentId }) => stops.nameOf(consignmentId)}
        initialSorting={{ key: 'at', isDescending: true }}
      />
    </Stack>
  );
}

function useColumns(stops: Stops): Column<Confirmation>[] {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const tellerOf = useTeller();
  const whenOf = ({ occurredAt, deviceTime, receivedAt }: Confirmation): string =>
    occurredAt ?? deviceTime ?? receivedAt;
  return [
    {
      key: 'point',
      header: t('list.point'),
      width: 'minmax(7rem, 3fr)',
      sortBy: ({ consignmentId }) => stops.nameOf(consignmentId),
      cell: (row) => (
        <>
          <Text size="sm" fw={500}>
            {stops.nameOf(row.consignmentId)}
          </Text>
          <Text size="xs" c="dimmed">
            {stops.placeOf(row.consignmentId)}
          </Text>
          <Text size="xs" c="dimmed" component="div" hiddenFrom="sm">
            <ToldInWords confirmation={row} />
            {' · '}
            {format.date(whenOf(row))}
          </Text>
        </>
      ),
    },
    {
      key: 'state',
      header: t('list.state'),
      width: 'minmax(6.5rem, 1fr)',
      sortBy: ({ status }) => status,
      cell: ({ status }) => <StateBadge of="confirmationStatus" state={status} />,
    },
    {
      key: 'said',
      header: t('list.said'),
      hiddenOn: 'phone',
      cell: (row) => <ToldInWords confirmation={row} />,
    },
    {
      key: 'by',
      header: t('list.by'),
      hiddenOn: 'tablet',
      sortBy: tellerOf,
      cell: tellerOf,
    },
    {
      key: 'at',
      header: t('list.at'),
      width: 'minmax(8rem, 1.3fr)',
      hiddenOn: 'phone',
      sortBy: whenOf,
      cell: (row) => format.dateTime(whenOf(row)),
    },
    {
      key: 'look',
      header: t('list.act'),
      width: '5.25rem',
      cell: (row) => <LookButton confirmation={row} name={stops.nameOf(row.consignmentId)} />,
    },
  ];
}

/** Of a refused one there is nothing but its text, which stands where decisions are taken. */
export function LookButton({ confirmation, name }: { confirmation: Confirmation; name: string }) {
  const { t } = useTranslation('after-dispatch');
  const [, setAddress] = useAddress();
  const isRejected = confirmation.status === 'rejected';
  return (
    <Button
      size="compact-sm"
      h={36}
      variant="subtle"
      aria-label={t('command.lookAt', { name })}
      onClick={() =>
        setAddress(isRejected ? { after: 'review' } : { confirmation: confirmation.id })
      }
    >
      {t('command.look')}
    </Button>
  );
}
