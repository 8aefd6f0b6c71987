import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type Campaign, campaignsQuery, rememberedCampaign } from './campaigns-query.js';

/** The one in the address, else the one looked at last, else the latest that is not closed. */
export function chooseCampaign(
  campaigns: readonly Campaign[],
  ...wished: readonly (string | undefined)[]
): Campaign | undefined {
  for (const id of wished) {
    const found = campaigns.find((campaign) => campaign.id === id);
    if (found !== undefined) return found;
  }
  return campaigns.find(({ state }) => state !== 'closed') ?? campaigns[0];
}

/** The campaign that the page is about; undefined while there is none at all. */
export function useMaybeCampaign(): Campaign | undefined {
  const { campaign } = useSearch({ strict: false }) as { campaign?: string };
  const { data } = useSuspenseQuery(campaignsQuery);
  return chooseCampaign(data, campaign, rememberedCampaign());
}

/** The campaign that the page is about, on pages that are not shown without one: the others say `NoCampaign`. */
export function useCampaign(): Campaign {
  const campaign = useMaybeCampaign();
  if (campaign === undefined) throw new Error('a page of a campaign, without one');
  return campaign;
}
