import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { leadTo } from './destination.js';
import { TaskRow } from './task-row.js';
import classes from './today.module.css';
import { chooseForToday, type Task } from './to-do.js';

const PLACEHOLDERS = [0, 1, 2, 3, 4];

interface Props {
  readonly tasks: readonly Task[] | undefined;
  readonly failed: UseQueryResult | undefined;
  readonly today: string;
  /** Whether every municipality with a target is reached. */
  readonly isAllReached: boolean;
  /** When it was last checked. */
  readonly footer: ReactNode;
}

/** What is to be done today: seven things at most, and the others on demand. */
export function ToDoList({ tasks, failed, today, isAllReached, footer }: Props) {
  const { t } = useTranslation('today');
  return (
    <Paper withBorder radius="md" component="section" aria-labelledby="to-do">
      <Title order={2} size="h4" id="to-do" px="md" pt="md" pb="xs">
        {t('toDo.title')}
      </Title>
      {tasks !== undefined && tasks.length > 0 && <Tasks tasks={tasks} today={today} />}
      {tasks?.length === 0 && <NothingWaits isAllReached={isAllReached} />}
      {tasks === undefined && failed === undefined && <Waiting />}
      {tasks === undefined && failed !== undefined && (
        <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      <Text size="sm" c="dimmed" px="md" py="xs" component="div" className={classes.footer}>
        {footer}
      </Text>
    </Paper>
  );
}

function Tasks({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const { t } = useTranslation('today');
  const [isWhole, setIsWhole] = useState(false);
  const { shown, more } = chooseForToday(tasks);
  return (
    <>
      <ol className={classes.tasks}>
        {(isWhole ? tasks : shown).map((task) => (
          <TaskRow key={task.kind} task={task} today={today} />
        ))}
      </ol>
      {more > 0 && (
        <Button
          variant="subtle"
          fullWidth
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t('toDo.less') : t('toDo.more', { count: more })}
        </Button>
      )}
    </>
  );
}

function NothingWaits({ isAllReached }: { isAllReached: boolean }) {
  const { t } = useTranslation('today');
  const next = isAllReached
    ? {
        text: t('toDo.emptyAll'),
        action: t('toDo.emptyAllAction'),
        to: leadTo('/distribution-list'),
      }
    : {
        text: t('toDo.emptyWay'),
        action: t('toDo.emptyWayAction'),
        to: leadTo('/batches', { state: 'dispatched' }),
      };
  return (
    <EmptyPage
      icon={<IconMoodSmile />}
      title={t('toDo.emptyTitle')}
      action={
        <Button renderRoot={(props) => <Link {...props} {...next.to} />}>{next.action}</Button>
      }
    >
      {next.text}
    </EmptyPage>
  );
}

function Waiting() {
  const { t } = useTranslation('parts');
  return (
    <Stack gap="lg" p="md" role="status" aria-label={t('loading')}>
      {PLACEHOLDERS.map((key) => (
        <Group key={key} justify="space-between" wrap="nowrap">
          <Skeleton height={38} radius="sm" />
          <Skeleton height={36} width={120} radius="md" />
        </Group>
      ))}
    </Stack>
  );
}
