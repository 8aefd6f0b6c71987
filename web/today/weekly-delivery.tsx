import { Button, Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { timelineQuery } from './timeline-query.js';
import classes from './today.module.css';
import { questionOf, type View } from './view.js';
import { countPlannedBy, planWeeks, type PlannedWeek } from './weekly-plan.js';
import { WeeksTable } from './weeks-table.js';

// The drawing library weighs as much as all else together: it comes once somebody scrolls down here.
const WeeksChart = lazy(async () => ({ default: (await import('./weeks-chart.js')).WeeksChart }));

const CHART_HEIGHT = 300;
const NEAR = '200px';

interface Props {
  readonly campaign: Campaign;
  readonly view: View;
  /** Pieces aimed at, of what is shown. */
  readonly target: number;
  readonly today: string;
}

/** What was delivered week by week, beside what an even pace would have brought. */
export function WeeklyDelivery({ campaign, view, target, today }: Props) {
  const { t } = useTranslation('today');
  const { ref, entry } = useIntersection({ rootMargin: NEAR });
  const [wasSeen, setWasSeen] = useState(false);
  if (!wasSeen && entry?.isIntersecting === true) setWasSeen(true);
  const [isTable, setIsTable] = useState(false);
  const query = useQuery({
    ...timelineQuery(questionOf(campaign.id, view)),
    enabled: wasSeen,
  });
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-labelledby="weeks" ref={ref}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" id="weeks">
          {t('weeks.title')}
        </Title>
        <Button variant="default" onClick={() => setIsTable(!isTable)}>
          {isTable ? t('weeks.asChart') : t('weeks.asTable')}
        </Button>
      </Group>
      <Loaded query={query} height={CHART_HEIGHT}>
        {(items) => (
          <Weeks
            items={items}
            campaign={campaign}
            target={target}
            today={view.asOf ?? today}
            isTable={isTable}
          />
        )}
      </Loaded>
    </Paper>
  );
}

function Weeks({
  items,
  campaign,
  target,
  today,
  isTable,
}: {
  items: Parameters<typeof planWeeks>[2];
  campaign: Campaign;
  target: number;
  today: string;
  isTable: boolean;
}) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const weeks: readonly PlannedWeek[] = useMemo(
    () => planWeeks(campaign, target, items),
    [campaign, target, items],
  );
  const delivered = format.number(items.at(-1)?.deliveredTotal ?? 0);
  const planned = format.number(countPlannedBy(campaign, target, today));
  return (
    <>
      <Text c="dimmed" mb="sm" mt={4}>
        {target === 0
          ? t('weeks.noTarget', { delivered })
          : t('weeks.ahead', { delivered, planned })}
      </Text>
      {isTable ? (
        <WeeksTable weeks={weeks} />
      ) : (
        <Suspense fallback={<Skeleton height={CHART_HEIGHT} radius="md" />}>
          <div className={classes.chart}>
            <WeeksChart weeks={weeks} />
          </div>
        </Suspense>
      )}
    </>
  );
}
