import { Alert, Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { Refusal } from '../api/refusal.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useCounted } from '../parts/use-counted.js';
import type { FlagResults } from './use-flag-steps.js';

/** How far it is. */
export function FlagProgress({
  answered,
  total,
  onStop,
}: {
  answered: number;
  total: number;
  onStop: () => void;
}) {
  const { t } = useTranslation('flags');
  const format = useFormat();
  const words = t('form.progress', {
    answered: format.number(answered),
    total: format.number(total),
  });
  return (
    <Stack gap="xs">
      <Progress value={(answered / total) * 100} aria-label={words} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {words}
        </Text>
        <Button size="sm" variant="default" onClick={onStop}>
          {t('form.stop')}
        </Button>
      </Group>
    </Stack>
  );
}

const SHOWN_FAILURES = 20;

/** Which failed, and why; the others are done. */
export function FlagOutcome({ results: { done, failed, untried } }: { results: FlagResults }) {
  const { t } = useTranslation('flags');
  const say = useCounted();
  const format = useFormat();
  return (
    <>
      {untried.length > 0 && (
        <Alert color="gray" role="status">
          {t('form.stopped', say(untried.length))}
        </Alert>
      )}
      {failed.length > 0 && (
        <Alert color="red" role="alert" title={t('form.failedTitle', say(failed.length))}>
          <Text size="sm">{t('form.failedText', { done: format.number(done.length) })}</Text>
          <List size="sm" mt="xs" spacing="xs">
            {failed.slice(0, SHOWN_FAILURES).map(({ subject, error }) => (
              <List.Item key={subject.id}>
                {subject.message}
                <Text size="sm" fw={600}>
                  {error instanceof Refusal ? error.message : t('form.noAnswer')}
                </Text>
              </List.Item>
            ))}
            {failed.length > SHOWN_FAILURES && (
              <List.Item>{t('form.andMore', say(failed.length - SHOWN_FAILURES))}</List.Item>
            )}
          </List>
        </Alert>
      )}
    </>
  );
}
