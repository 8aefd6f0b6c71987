import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useMayWrite } from '../api/use-session.js';
import { jobsQuery, lastCheckQuery } from './jobs-query.js';

const CHECK = 'coverage-check';

/** When the flags above were last looked for; those who may run the checks see also when it will be next. */
export function ChecksLine({ campaignId }: { campaignId: string }) {
  return useMayWrite() ? <Schedule /> : <LastCheck campaignId={campaignId} />;
}

function LastCheck({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { data: at } = useQuery(lastCheckQuery(campaignId));
  if (at === undefined) return null;
  return at === null ? t('checks.never') : t('checks.last', { at: format.dateTime(at) });
}

function Schedule() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { data } = useQuery(jobsQuery);
  const check = data?.find(({ name }) => name === CHECK);
  if (check === undefined) return null;
  const { lastRun, nextRuns, scheduled } = check;
  const [next] = nextRuns;
  return (
    <>
      {lastRun === null && t('checks.never')}
      {lastRun !== null &&
        t(lastRun.outcome === 'failed' ? 'checks.failed' : 'checks.last', {
          at: format.dateTime(lastRun.startedAt),
        })}{' '}
      {scheduled && next !== undefined && t('checks.next', { at: format.dateTime(next) })}
      {!scheduled && t('checks.off')}{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link {...props} to="/checks/jobs" />}
      >
        {t('checks.link')}
      </Anchor>
    </>
  );
}
