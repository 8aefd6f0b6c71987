import { Badge, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { daysBetween } from '../../src/time.js';
import { useMayWrite, useMyself } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { peopleQuery } from './people-query.js';
import classes from './today.module.css';
import type { Task, Urgency } from './to-do.js';
import { useTakeOver } from './use-take-over.js';

const SHOWN_NAMES = 3;
const COLORS: Readonly<Record<Urgency, string>> = { now: 'red', soon: 'orange', later: 'gray' };

/** One thing to do: what, about whom, whose it is, by when; and the button that does it. */
export function TaskRow({ task, today }: { task: Task; today: string }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const { count } = task;
  const title = t(`toDo.task.${task.kind}`, { count, replace: { count: format.number(count) } });
  const isView = !mayWrite;
  const to = isView ? task.view : task.action;
  return (
    <li className={classes.task}>
      <div className={classes.what}>
        <Text fw={600} lh={1.35}>
          {title}
        </Text>
        <About task={task} />
        <Text size="sm" c="dimmed" component="div" className={classes.facts}>
          <Badge color={COLORS[task.urgency]} variant="light" size="sm" tt="none">
            {t(`toDo.urgency.${task.urgency}`)}
          </Badge>
          <DeadlineWords task={task} today={today} />
          <OwnerWords task={task} />
          {mayWrite && task.unownedFlagIds.length > 0 && (
            <TakeOver flagIds={task.unownedFlagIds} title={title} />
          )}
        </Text>
      </div>
      <Button
        className={classes.act}
        variant={isView || task.urgency !== 'now' ? 'default' : 'filled'}
        aria-label={isView ? t('toDo.viewSay', { task: title }) : undefined}
        renderRoot={(props) => <Link {...props} {...to} />}
      >
        {isView ? t('toDo.view') : t(`toDo.action.${task.kind}`)}
      </Button>
    </li>
  );
}

/** Whom it concerns, and how many pieces. */
function About({ task }: { task: Task }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const names = task.names.slice(0, SHOWN_NAMES).join(', ');
  const more = task.names.length - SHOWN_NAMES;
  const facts = [
    ...(more > 0
      ? [t('toDo.namesAndMore', { names, count: more })]
      : names === ''
        ? []
        : [t('toDo.names', { names })]),
    ...(task.pieces === undefined
      ? []
      : [
          t('toDo.lacking', {
            count: task.pieces,
            replace: { count: format.number(task.pieces) },
          }),
        ]),
  ];
  return facts.length === 0 ? null : <Text size="sm">{facts.join(' · ')}</Text>;
}

function DeadlineWords({ task: { deadline }, today }: { task: Task; today: string }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  if (deadline === null) return null;
  const { kind, day } = deadline;
  return (
    <span>
      {t(`toDo.deadline.${kind}`, {
        date: format.dayAndMonth(day),
        days: format.relativeDays(daysBetween(today, day)),
      })}
    </span>
  );
}

function OwnerWords({ task: { ownerIds, unownedFlagIds } }: { task: Task }) {
  const { t } = useTranslation('today');
  const { id: me } = useMyself();
  const format = useFormat();
  const mayWrite = useMayWrite();
  const others = ownerIds.filter((id) => id !== me);
  const { data: names } = useQuery({
    ...peopleQuery,
    enabled: mayWrite && others.length > 0,
  });
  if (ownerIds.length === 0) return <span>{t('toDo.owner.nobody')}</span>;
  const known = others.flatMap((id) => names?.[id] ?? []);
  const owners = [
    ...(ownerIds.includes(me) ? [t('toDo.owner.me')] : []),
    ...(known.length > 0 ? [t('toDo.owner.names', { names: format.list(known) })] : []),
    ...(known.length < others.length ? [t('toDo.owner.others')] : []),
  ].join(', ');
  return <span>{unownedFlagIds.length > 0 ? t('toDo.owner.partly', { owners }) : owners}</span>;
}

/** Makes the flags behind it the reader's; several at once are asked about, since that is not undone in one step. */
function TakeOver({ flagIds, title }: { flagIds: readonly string[]; title: string }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { mutate, isPending } = useTakeOver();
  const count = flagIds.length;
  const start = (): void => {
    if (count === 1) mutate(flagIds);
    else
      askFirst({
        title: t('toDo.takeOverTitle'),
        text: t('toDo.takeOverText', { count, replace: { count: format.number(count) } }),
        confirm: t('toDo.takeOver'),
        isDestructive: false,
        onConfirm: () => mutate(flagIds),
      });
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={classes.takeOver}
      loading={isPending}
      aria-label={t('toDo.takeOverSay', { task: title })}
      onClick={start}
    >
      {t('toDo.takeOver')}
    </Button>
  );
}
