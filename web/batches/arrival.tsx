import { Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useFormat, useTranslation } from '../language/i18n.js';
import { isLate } from './batch-list.js';
import type { Batch } from './use-batches.js';

/** When a batch is expected, and whether that day is over. */
export function Arrival({ batch }: { batch: Pick<Batch, 'state' | 'expectedAt'> }) {
  const { t } = useTranslation(['batches', 'parts']);
  const format = useFormat();
  if (batch.expectedAt === null) return <Text c="dimmed">{t('parts:none')}</Text>;
  if (!isLate(batch, new Date())) return <Text size="sm">{format.date(batch.expectedAt)}</Text>;
  return (
    <Group gap={4} wrap="nowrap">
      <IconClockExclamation size={16} aria-hidden color="var(--mantine-color-orange-6)" />
      <div>
        <Text size="sm">{format.date(batch.expectedAt)}</Text>
        <Text size="xs" c="dimmed">
          {t('late')}
        </Text>
      </div>
    </Group>
  );
}
