import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useHasRole } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import classes from './checks.module.css';
import { RunBadge } from './run-badge.js';
import type { Job } from './use-jobs.js';
import { useJobWords } from './use-job-words.js';

/** A job: what it does, when it last did, when it will. */
export function JobCard({ job, onRun }: { job: Job; onRun: () => void }) {
  const { t } = useTranslation('checks');
  const format = useFormat();
  const words = useJobWords();
  const mayRun = useHasRole('administrator');
  const { lastRun, nextRuns, scheduled } = job;
  const about = words.about(job.name);
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="sm" h="100%">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={2} size="h4" className={classes.name}>
            {words.name(job.name)}
          </Title>
          {mayRun && (
            <Button
              variant="light"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              onClick={onRun}
            >
              {t('jobs.runNow')}
            </Button>
          )}
        </Group>
        {about !== undefined && (
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        )}
        <Stack component="dl" gap="xs" m={0}>
          <Line label={t('jobs.schedule')}>
            {scheduled ? words.schedule(job) : t('jobs.scheduleOff')}
          </Line>
          <Line label={t('jobs.nextRuns')}>
            {nextRuns.length === 0
              ? t('jobs.neverNext')
              : nextRuns.map((at) => format.dateTime(at)).join(' · ')}
          </Line>
          <Line label={t('jobs.lastRun')}>
            {lastRun === null ? (
              t('jobs.neverRan')
            ) : (
              <>
                {format.dateTime(lastRun.startedAt)} <RunBadge outcome={lastRun.outcome} />
                <Text size="sm" c="dimmed">
                  {lastRun.outcome === 'succeeded' ? words.outcome(lastRun) : lastRun.error}
                </Text>
              </>
            )}
          </Line>
        </Stack>
      </Stack>
    </Paper>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}
