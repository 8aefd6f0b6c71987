import { Navigate, lazyRouteComponent } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useMyself } from '../api/use-session.js';

const TodayPage = lazyRouteComponent(() => import('../today/today-page.js'), 'TodayPage');

/** Where one lands: what is to be done today; before there is a campaign, the first hour; for volunteers, what is theirs. */
export function TodayRoute() {
  const { role } = useMyself();
  const campaign = useMaybeCampaign();
  if (role === 'volunteer') return <Navigate to="/my-consignments" replace />;
  if (campaign === undefined) return <Navigate to="/setup" replace />;
  return (
    <Suspense>
      <TodayPage />
    </Suspense>
  );
}
