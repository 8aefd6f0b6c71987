import { Navigate, lazyRouteComponent } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { rememberCampaign, useMaybeCampaign } from '../api/use-campaigns.js';
import { useMyself } from '../api/use-session.js';

const TodayPage = lazyRouteComponent(() => import('../today/today-page.js'), 'TodayPage');

/** Where one lands: what is to be done today; before there is a campaign, the first hour; for volunteers, what is theirs. */
export function TodayRoute() {
  const { role } = useMyself();
  const campaign = useMaybeCampaign();
  const id = campaign?.id;
  // The next visit asks for its figures at once, without first asking which campaigns there are.
  useEffect(() => {
    if (id !== undefined) rememberCampaign(id);
  }, [id]);
  if (role === 'volunteer') return <Navigate to="/my-consignments" replace />;
  if (campaign === undefined) return <Navigate to="/setup" replace />;
  return (
    <Suspense>
      <TodayPage />
    </Suspense>
  );
}
