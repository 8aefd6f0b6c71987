import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayOf } from '../../src/time.js';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { type Job, type JobRun, runJob } from './use-jobs.js';
import { useJobWords } from './use-job-words.js';

interface Props {
  readonly job: Job;
  readonly onClose: () => void;
  readonly onRan: (run: JobRun) => void;
}

/** Runs a job beside its schedule: for now, or for the end of an earlier day. */
export function RunForm({ job, onClose, onRan }: Props) {
  const { t } = useTranslation('checks');
  const words = useJobWords();
  const today = dayOf(new Date().toISOString());
  const [day, setDay] = useState('');
  const run = useCommand<void, JobRun>({
    // The end of this day is still to come: what is meant is now.
    run: (_, id) => runJob(job.name, id, day === '' || day === today ? undefined : day),
    onDone: onRan,
  });
  const errors = run.error instanceof Refusal ? run.error.fieldErrors : {};
  return (
    <SideForm
      title={t('jobs.runTitle', { job: words.name(job.name) })}
      isOpen
      onClose={onClose}
      onSubmit={() => run.mutate()}
      submit={t('jobs.run')}
      isPending={run.isPending}
      error={run.error}
    >
      <Text size="sm" c="dimmed">
        {words.about(job.name)}
      </Text>
      <TextInput
        type="date"
        label={t('jobs.asOf')}
        description={t('jobs.asOfHint')}
        max={today}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
        error={errors.asOf}
      />
      <Text size="sm">{t('jobs.reportOnlyExplained')}</Text>
      <Text size="sm" role="status">
        {run.isPending ? t('jobs.running') : ''}
      </Text>
    </SideForm>
  );
}
