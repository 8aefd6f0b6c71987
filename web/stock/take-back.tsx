import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useReversal } from './use-reversal.js';

interface Props {
  readonly kind: 'receipt' | 'issue';
  readonly movementId: string;
  readonly isReversed: boolean;
}

/** Takes an entry back: asks why, and says what it does before it does it. */
export function TakeBack({ kind, movementId, isReversed }: Props) {
  const { t } = useTranslation(['stock', 'parts']);
  const mayWrite = useMayWrite();
  const [reason, setReason] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const { takeBack, isPending, error } = useReversal(() => setIsAsking(false), { isShown: true });
  if (isReversed)
    return (
      <Text size="sm" fw={600}>
        {t('reversal.wasReversed')}
      </Text>
    );
  if (!mayWrite) return null;
  if (!isAsking)
    return (
      <Group>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => setIsAsking(true)}
        >
          {t('reversal.verb')}
        </Button>
      </Group>
    );
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') takeBack(movementId, reason.trim());
        }}
      >
        <Stack gap="sm">
          <Title order={3} size="h5">
            {t('reversal.askTitle')}
          </Title>
          <Text size="sm">
            {kind === 'receipt' ? t('reversal.askReceipt') : t('reversal.askIssue')}
          </Text>
          <Textarea
            required
            autoFocus
            autosize
            minRows={2}
            label={t('parts:reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {error !== null && <ProblemNotice error={error} isCommand />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setIsAsking(false)}>
              {t('parts:cancel')}
            </Button>
            <Button type="submit" color="red.9" loading={isPending} disabled={reason.trim() === ''}>
              {t('reversal.verb')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
