import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { ChecksTabs } from './checks-tabs.js';
import { Coded } from './coded.js';
import { JobCard } from './job-card.js';
import { JobRuns } from './job-runs.js';
import { RunForm } from './run-form.js';
import { RunOutcome } from './run-outcome.js';
import { type Job, type JobRun, jobsQuery } from './use-jobs.js';

/** What runs by itself, when it did and when it will. */
export function JobsPage() {
  const { t } = useTranslation(['checks', 'parts']);
  const mayRead = useMayWrite();
  return (
    <>
      <PageHeader title={t('jobs.tab')} lead={t('jobs.lead')} />
      <ChecksTabs />
      {mayRead ? <Jobs /> : <Text>{t('parts:notAllowed')}</Text>}
    </>
  );
}

function Jobs() {
  const jobs = useQuery(jobsQuery);
  const [running, setRunning] = useState<Job>();
  const [ran, setRan] = useState<JobRun>();
  return (
    <Loaded query={jobs} height={320}>
      {(found) => (
        <Stack gap="lg">
          {ran !== undefined && <RunOutcome run={ran} onClose={() => setRan(undefined)} />}
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            {found.map((job) => (
              <JobCard key={job.name} job={job} onRun={() => setRunning(job)} />
            ))}
          </SimpleGrid>
          {found.some(({ scheduled }) => !scheduled) && <SchedulesOff />}
          <JobRuns jobs={found} />
          {running !== undefined && (
            <RunForm
              job={running}
              onClose={() => setRunning(undefined)}
              onRan={(run) => {
                setRunning(undefined);
                setRan(run);
              }}
            />
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function SchedulesOff() {
  const { t } = useTranslation('checks');
  return (
    <Alert color="yellow">
      <Coded>{t('jobs.schedulesOff')}</Coded>
    </Alert>
  );
}
