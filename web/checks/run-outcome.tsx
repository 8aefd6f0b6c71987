import { Alert, Anchor, Text } from '@mantine/core';
import { IconCircleCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../language/i18n.js';
import type { JobRun } from './use-jobs.js';
import { useJobWords } from './use-job-words.js';

/** What became of a run that was asked for here. */
export function RunOutcome({ run, onClose }: { run: JobRun; onClose: () => void }) {
  const { t } = useTranslation(['checks', 'parts']);
  const words = useJobWords();
  const hasFailed = run.outcome === 'failed';
  return (
    <Alert
      color={hasFailed ? 'red' : 'reach'}
      role={hasFailed ? 'alert' : 'status'}
      icon={hasFailed ? <IconX aria-hidden /> : <IconCircleCheck aria-hidden />}
      title={`${words.name(run.job)}: ${t(`jobs.outcome.${run.outcome}`)}`}
      withCloseButton
      closeButtonLabel={t('parts:close')}
      onClose={onClose}
    >
      {hasFailed ? (
        <>
          <Text size="sm">{run.error}</Text>
          <Text size="sm">{t('jobs.failedText')}</Text>
        </>
      ) : (
        <Text size="sm">
          {words.outcome(run)}.{' '}
          <Anchor component={Link} to="/flags" inherit underline="always">
            {t('jobs.seeFlags')}
          </Anchor>
        </Text>
      )}
    </Alert>
  );
}
