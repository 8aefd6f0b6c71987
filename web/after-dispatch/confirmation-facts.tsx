import { Table, Text } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useCount } from './use-count.js';
import { useTeller } from './use-teller.js';
import type { Confirmation } from './use-words-of-batch.js';

const MINUTE_MS = 60_000;
const DATED_BY = ['device', 'receipt', 'dispatch'] as const;

/** Who said it, when, and what date the delivery bears; only what the reader may see. */
export function ConfirmationFacts({ confirmation }: { confirmation: Confirmation }) {
  const { t } = useTranslation('after-dispatch');
  const facts = useFacts(confirmation);
  return (
    <Table aria-label={t('detail.title')} verticalSpacing={4}>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400} w="40%">
              <Text size="sm" c="dimmed">
                {name}
              </Text>
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function useFacts(confirmation: Confirmation): [string, string][] {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const tellerOf = useTeller();
  const { deviceTime, receivedAt, receivedBy, note, follows, position } = confirmation;
  const dated = useDate(confirmation);
  const facts: [string, string | null][] = [
    [t('compare.source'), tellerOf(confirmation)],
    [t('compare.receivedBy'), receivedBy],
    [t('detail.dated'), dated],
    [t('detail.deviceTime'), deviceTime === null ? null : format.dateTime(deviceTime)],
    [t('compare.received'), format.dateTime(receivedAt)],
    [t('compare.position'), usePosition(position)],
    [t('compare.note'), note],
    [t('detail.follows'), follows === null ? null : '✓'],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

/** The date that the delivery bears, by which clock, and how far the other was off. */
function useDate({ occurredAt, datedBy, clockDifferenceMs }: Confirmation): string | null {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const count = useCount();
  if (occurredAt === null) return null;
  const by = DATED_BY.find((each) => each === datedBy);
  const minutes = Math.round(Math.abs(clockDifferenceMs ?? 0) / MINUTE_MS);
  return [
    format.dateTime(occurredAt),
    ...(by === undefined ? [] : [t(`detail.datedBy.${by}`)]),
    ...(minutes > 0 ? [t('detail.clock', count(minutes))] : []),
  ].join(' · ');
}

const POSITION_DIGITS = 5;

function usePosition(position: Confirmation['position']): string | null {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  if (position === null) return null;
  const latitude = position.latitude.toFixed(POSITION_DIGITS);
  const longitude = position.longitude.toFixed(POSITION_DIGITS);
  const { accuracyMeters } = position;
  return accuracyMeters === null || accuracyMeters === undefined
    ? t('detail.position', { latitude, longitude })
    : t('detail.positionWithin', {
        latitude,
        longitude,
        meters: format.decimal(accuracyMeters, 0),
      });
}
