import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { readAllPages } from './all-pages.js';
import { api, read } from './client.js';
import { Refusal } from './refusal.js';
import type { components } from './schema.js';

export type Campaign = components['schemas']['CampaignDto'];

/** All campaigns that the reader works on, the latest first; none for volunteers, whose work names its campaign itself. */
export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: async (): Promise<Campaign[]> => {
    try {
      return await readAllPages((page) =>
        read(api.GET('/api/v1/campaigns', { params: { query: page } })),
      );
    } catch (error) {
      if (error instanceof Refusal && error.code === 'forbidden') return [];
      throw error;
    }
  },
  staleTime: 60_000,
});

const REMEMBERED = 'domet-campaign';

export function rememberedCampaign(): string | undefined {
  return localStorage.getItem(REMEMBERED) ?? undefined;
}

export function rememberCampaign(id: string): void {
  localStorage.setItem(REMEMBERED, id);
}

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
