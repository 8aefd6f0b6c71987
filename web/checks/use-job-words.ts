import { useFormat, useTranslation } from '../language/i18n.js';
import { useCounted } from '../parts/use-counted.js';
import { readSchedule } from './schedule.js';
import type { Job, JobRun } from './use-jobs.js';

/** Jobs that the pages have words for; another is called by its name. */
const KNOWN = ['coverage-check', 'escalation'] as const;
type Known = (typeof KNOWN)[number];

function isKnown(name: string): name is Known {
  return (KNOWN as readonly string[]).includes(name);
}

interface JobWords {
  readonly name: (job: string) => string;
  /** What it does; undefined for one without words. */
  readonly about: (job: string) => string | undefined;
  /** When it runs. */
  readonly schedule: (job: Pick<Job, 'cron'>) => string;
  /** What a run did. */
  readonly outcome: (run: JobRun) => string;
  readonly took: (run: JobRun) => string;
}

export function useJobWords(): JobWords {
  const { t } = useTranslation(['checks', 'language', 'parts']);
  const format = useFormat();
  const schedule = useScheduleWords();
  return {
    name: (job) => (isKnown(job) ? t(`language:job.${job}`) : job),
    about: (job) => (isKnown(job) ? t(`jobs.about.${job}`) : undefined),
    schedule: ({ cron }) => schedule(cron),
    outcome: (run) => {
      const told = t(`jobs.told.${isKnown(run.job) ? run.job : 'other'}`, {
        raised: format.number(run.raised),
        kept: format.number(run.kept),
        resolved: format.number(run.resolved),
        escalated: format.number(run.escalated),
      });
      return run.reportOnly ? t('jobs.told.reportOnly', { told }) : told;
    },
    took: ({ tookMs }) => {
      if (tookMs === null) return t('parts:none');
      return tookMs < 1000
        ? t('jobs.tookMs', { number: format.number(tookMs) })
        : t('jobs.tookSeconds', { number: format.decimal(tookMs / 1000, 1) });
    },
  };
}

function useScheduleWords(): (cron: string) => string {
  const { t } = useTranslation('checks');
  const format = useFormat();
  const say = useCounted();
  return (cron) => {
    const schedule = readSchedule(cron);
    if (schedule.kind === 'daily') return t('jobs.cron.daily', { time: schedule.time });
    if (schedule.kind === 'hourly') return t('jobs.cron.hourly', { minute: schedule.minute });
    if (schedule.kind === 'minutes') return t('jobs.cron.minutes', say(schedule.every));
    if (schedule.kind === 'other') return t('jobs.cron.other', { cron });
    const days = format.list(schedule.days.map((day) => t(`jobs.weekday.${day}`)));
    return t('jobs.cron.weekly', { days, time: schedule.time });
  };
}
