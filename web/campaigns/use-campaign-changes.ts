import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useTranslation } from '../language/i18n.js';
import { useCommand } from '../parts/use-command.js';

type Change = components['schemas']['ChangeCampaignDto'];

export function readCampaign(id: string): Promise<Campaign> {
  return read(api.GET('/api/v1/campaigns/{id}', { params: { path: { id } } }));
}

export function changeCampaign(id: string, version: number, body: Change): Promise<Campaign> {
  return read(
    api.PATCH('/api/v1/campaigns/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
}

export function useActivateCampaign(campaign: Campaign) {
  const { t } = useTranslation('campaigns');
  return useCommand({
    run: () => changeCampaign(campaign.id, campaign.version, { state: 'active' }),
    done: () => t('activated'),
  });
}

/** Takes materials into the campaign or out of it. What was chosen meanwhile by somebody else stays. */
export function useCampaignMaterials(campaign: Campaign | undefined) {
  return useCommand({
    run: async ({ add = [], remove = [] }: { add?: string[]; remove?: string[] }) => {
      if (campaign === undefined) return undefined;
      const { version, materialIds } = await readCampaign(campaign.id);
      const kept = materialIds.filter((id) => !remove.includes(id) && !add.includes(id));
      return changeCampaign(campaign.id, version, { materialIds: [...kept, ...add] });
    },
  });
}
