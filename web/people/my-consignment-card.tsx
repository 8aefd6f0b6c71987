import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff, IconMap2, IconPhone } from '@tabler/icons-react';
import { useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { StateBadge } from '../parts/state-badge.js';
import { turnOf } from './my-confirmation.js';
import type { MyConsignment } from './use-my-consignments.js';

interface Props {
  readonly consignment: MyConsignment;
  readonly onConfirm: () => void;
}

/** One consignment: where to, whom to call, what it holds. */
export function MyConsignmentCard({ consignment, onConfirm }: Props) {
  const { t } = useTranslation(['people', 'places']);
  const municipalityName = useMunicipalityNames();
  const { deliveryPoint, state, batchState, waybillNumber } = consignment;
  const { address, settlement, postcode, municipalityCode, hours, note } = deliveryPoint;
  const place = [postcode, settlement].filter((part) => part !== null).join(' ');
  const turn = turnOf(consignment);
  return (
    <Paper withBorder p="md" radius="md" component="li">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Group gap={6}>
            <Title order={2} size="h4">
              {deliveryPoint.name}
            </Title>
            {deliveryPoint.confidential && (
              <span role="img" aria-label={t('places:confidentialMark')}>
                <IconEyeOff size={16} aria-hidden />
              </span>
            )}
          </Group>
          {state === 'pending' ? (
            <StateBadge of="batchState" state={batchState} />
          ) : (
            <StateBadge of="consignmentState" state={state} />
          )}
        </Group>
        <Text size="sm">
          {[address, place, municipalityName(municipalityCode)].filter(Boolean).join(', ')}
        </Text>
        <Contact consignment={consignment} />
        {hours !== null && <Text size="sm">{hours}</Text>}
        {note !== null && <Text size="sm">{note}</Text>}
        <Lines consignment={consignment} />
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed">
            {waybillNumber} <Expected consignment={consignment} />
          </Text>
          {turn === 'open' && <Button onClick={onConfirm}>{t('mine.confirm')}</Button>}
        </Group>
      </Stack>
    </Paper>
  );
}

function Contact({ consignment: { deliveryPoint } }: Pick<Props, 'consignment'>) {
  const { t } = useTranslation('people');
  const { contact, latitude, longitude } = deliveryPoint;
  return (
    <Group gap="md">
      {contact?.person != null && <Text size="sm">{contact.person}</Text>}
      {contact?.phone != null && (
        <Anchor size="sm" href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>
          <Group gap={4} component="span">
            <IconPhone size={16} aria-hidden />
            {t('mine.call', { phone: contact.phone })}
          </Group>
        </Anchor>
      )}
      {latitude !== null && longitude !== null && (
        <Anchor size="sm" href={`geo:${latitude},${longitude}`}>
          <Group gap={4} component="span">
            <IconMap2 size={16} aria-hidden />
            {t('mine.navigate')}
          </Group>
        </Anchor>
      )}
    </Group>
  );
}

function Lines({ consignment: { lines, state } }: Pick<Props, 'consignment'>) {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <Stack gap={2} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {lines.map((line) => (
        <Text key={line.materialId} component="li" size="sm">
          {t('mine.pieces', {
            material: line.materialName,
            quantity: format.number(line.sent === 0 ? line.quantity : line.sent),
          })}
          {state !== 'pending' && line.delivered > 0 && line.delivered < line.sent && (
            <Text span size="sm" c="dimmed">
              {' '}
              {t('mine.received', {
                delivered: format.number(line.delivered),
                sent: format.number(line.sent),
              })}
            </Text>
          )}
        </Text>
      ))}
    </Stack>
  );
}

/** Late only while something is still to be handed over. */
function Expected({ consignment }: Pick<Props, 'consignment'>) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { expectedAt } = consignment;
  if (expectedAt === null || turnOf(consignment) === 'done') return null;
  const date = format.date(expectedAt);
  const isLate = turnOf(consignment) === 'open' && expectedAt < new Date().toISOString();
  return isLate ? (
    <Text span inherit c="var(--late)" fw={600}>
      {t('mine.late', { date })}
    </Text>
  ) : (
    t('mine.expected', { date })
  );
}
