import { Button, Group, Text } from '@mantine/core';
import { IconFileText, IconTag } from '@tabler/icons-react';
import { useMayWrite } from '../api/use-session.js';
import { useLanguage, useTranslation } from '../language/i18n.js';
import type { BatchDetail } from '../api/use-batch.js';

const WITH_WAYBILLS = new Set(['planned', 'packed', 'dispatched', 'closed']);
const WITH_LABELS = new Set(['packed', 'dispatched', 'closed']);

/** What is printed for a batch, as soon as it can be. */
export function BatchPaper({ batch: { id, state } }: { batch: BatchDetail }) {
  const { t } = useTranslation('batches');
  const mayWrite = useMayWrite();
  const language = useLanguage();
  if (!mayWrite || !WITH_WAYBILLS.has(state)) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t('paper.title')}
      </Text>
      <Button
        component="a"
        variant="default"
        target="_blank"
        rel="noreferrer"
        href={`/api/v1/batches/${id}/waybills.pdf?language=${language}`}
        leftSection={<IconFileText size={18} aria-hidden />}
      >
        {t('paper.waybills')}
      </Button>
      {WITH_LABELS.has(state) ? (
        <Button
          component="a"
          variant="default"
          target="_blank"
          rel="noreferrer"
          href={`/api/v1/batches/${id}/labels.pdf?language=${language}`}
          leftSection={<IconTag size={18} aria-hidden />}
        >
          {t('paper.labels')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('paper.labelsAfterPack')}
        </Text>
      )}
    </Group>
  );
}
