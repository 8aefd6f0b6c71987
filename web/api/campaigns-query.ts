import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from './all-pages.js';
import { api, read } from './client.js';
import { keepCookie, readCookie } from './cookies.js';
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

const REMEMBERED = 'domet_campaign';

export function rememberedCampaign(): string | undefined {
  return readCookie(REMEMBERED);
}

export function rememberCampaign(id: string): void {
  keepCookie(REMEMBERED, id);
}
