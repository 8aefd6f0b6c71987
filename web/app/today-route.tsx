import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { rememberCampaign, useCampaign } from '../api/use-campaigns.js';

const TodayPage = lazyRouteComponent(() => import('../today/today-page.js'), 'TodayPage');

/** Where one lands: what is to be done today. */
export function TodayRoute() {
  const { id } = useCampaign();
  // The next visit asks for its figures at once, without first asking which campaigns there are.
  useEffect(() => rememberCampaign(id), [id]);
  return (
    <Suspense>
      <TodayPage />
    </Suspense>
  );
}
