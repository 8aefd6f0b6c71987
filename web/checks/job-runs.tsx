import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { colleaguesQuery } from '../api/use-colleagues.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { useAddress } from '../parts/use-address.js';
import classes from './checks.module.css';
import { RunBadge } from './run-badge.js';
import { type Job, type JobRun, jobRunsQuery } from './use-jobs.js';
import { useJobWords } from './use-job-words.js';

const FIRST_RUNS = 30;
const ALL_RUNS = 500;

/** The runs on record of one job, the latest first. */
export function JobRuns({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useTranslation(['checks', 'parts']);
  const format = useFormat();
  const words = useJobWords();
  const columns = useColumns();
  const [{ job: asked }, setAddress] = useAddress();
  const [limit, setLimit] = useState(FIRST_RUNS);
  const name = (jobs.find((job) => job.name === asked) ?? jobs[0])?.name;
  const runs = useQuery({ ...jobRunsQuery(name ?? '', limit), enabled: name !== undefined });
  if (name === undefined) return null;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('jobs.runs')}
        </Title>
        <SegmentedControl
          aria-label={t('jobs.chooseJob')}
          value={name}
          onChange={(job) => setAddress({ job })}
          data={jobs.map((job) => ({
            value: job.name,
            label: <span className={classes.name}>{words.name(job.name)}</span>,
          }))}
        />
      </Group>
      <Loaded query={runs} height={240}>
        {({ items, total }) => (
          <>
            <DataTable
              label={t('jobs.runs')}
              rows={items}
              columns={columns}
              idOf={({ id }) => id}
              empty={t('jobs.noRuns')}
            />
            {items.length < total && limit < ALL_RUNS && (
              <Group>
                <Button
                  variant="default"
                  loading={runs.isFetching}
                  onClick={() => setLimit(ALL_RUNS)}
                >
                  {t('jobs.moreRuns')}
                </Button>
                <Text size="sm" c="dimmed">
                  {t('parts:rowsShown', {
                    shown: format.number(items.length),
                    total: format.number(total),
                  })}
                </Text>
              </Group>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function useColumns(): Column<JobRun>[] {
  const { t } = useTranslation('checks');
  const format = useFormat();
  const words = useJobWords();
  const how = useHow();
  return [
    {
      key: 'due',
      header: t('jobs.column.due'),
      width: 'minmax(8.5rem, 1.2fr)',
      cell: (run) => (
        <>
          {format.dateTime(run.dueAt)}
          <Text size="xs" c="dimmed" hiddenFrom="sm">
            {how(run)}
          </Text>
        </>
      ),
    },
    {
      key: 'outcome',
      header: t('jobs.column.outcome'),
      width: 'minmax(10rem, 4fr)',
      cell: (run) => (
        <Stack gap={2} align="flex-start">
          <RunBadge outcome={run.outcome} />
          <Text size="sm">{run.outcome === 'failed' ? run.error : words.outcome(run)}</Text>
        </Stack>
      ),
    },
    {
      key: 'how',
      header: t('jobs.column.how'),
      width: 'minmax(7rem, 1.5fr)',
      hiddenOn: 'phone',
      cell: how,
    },
    {
      key: 'started',
      header: t('jobs.column.started'),
      width: 'minmax(8.5rem, 1.2fr)',
      hiddenOn: 'tablet',
      cell: ({ startedAt }) => format.dateTime(startedAt),
    },
    {
      key: 'took',
      header: t('jobs.column.took'),
      width: '6rem',
      isNumber: true,
      hiddenOn: 'phone',
      cell: words.took,
    },
  ];
}

/** By the schedule, or by whom. */
function useHow(): (run: JobRun) => string {
  const { t } = useTranslation('checks');
  const { data = [] } = useQuery(colleaguesQuery);
  return ({ actorId }) => {
    if (actorId === null) return t('jobs.bySchedule');
    const name = data.find(({ id }) => id === actorId)?.name;
    return name === undefined ? t('jobs.byHand') : t('jobs.byHandOf', { name });
  };
}
