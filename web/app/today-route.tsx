import { useEffect } from 'react';
import { rememberCampaign } from '../api/campaigns-query.js';
import { useCampaign } from '../api/use-campaigns.js';
import { TodayPage } from '../today/today-page.js';

/** Where one lands: what is to be done today. It comes with what surrounds it, so that nobody waits for it by itself. */
export function TodayRoute() {
  const { id } = useCampaign();
  // The next visit asks for its figures at once, without first asking which campaigns there are.
  useEffect(() => rememberCampaign(id), [id]);
  return <TodayPage />;
}
