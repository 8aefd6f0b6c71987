import { Group, Text } from '@mantine/core';
import { IconBan, IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react';
import { useFormat, useTranslation } from '../language/i18n.js';
import classes from './batch-life-line.module.css';
import { BOARD_STATES, type BoardState } from './batch-list.js';
import type { BatchDetail } from '../api/use-batch.js';

/** Where a batch stands between draft and closed. */
export function BatchLife({ batch }: { batch: BatchDetail }) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  if (batch.state === 'cancelled')
    return (
      <Group gap={6}>
        <IconBan size={18} aria-hidden />
        <Text size="sm">
          {t('cancelledOn', { date: format.date(batch.cancelledAt ?? batch.changedAt) })}
        </Text>
      </Group>
    );
  const now = BOARD_STATES.indexOf(batch.state);
  const days: Readonly<Partial<Record<BoardState, string | null>>> = {
    draft: batch.createdAt,
    planned: batch.plannedAt,
    packed: batch.packedAt,
    dispatched: batch.dispatchedAt,
    closed: batch.closedAt,
  };
  return (
    <ol className={classes.life} aria-label={t('life')}>
      {BOARD_STATES.map((state, index) => (
        <li
          key={state}
          className={classes.state}
          data-reached={index <= now || undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          <LifeSign index={index} now={now} />
          <span>{t(`language:batchState.${state}`)}</span>
          {index <= now && typeof days[state] === 'string' && (
            <Text span size="xs" c="dimmed">
              {format.dayAndMonth(days[state])}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}

function LifeSign({ index, now }: { index: number; now: number }) {
  if (index < now) return <IconCheck size={16} aria-hidden />;
  return index === now ? (
    <IconCircleDot size={16} aria-hidden />
  ) : (
    <IconCircle size={16} aria-hidden />
  );
}
