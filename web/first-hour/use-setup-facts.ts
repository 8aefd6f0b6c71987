import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import type { Campaign } from '../api/campaigns-query.js';
import type { SetupFacts } from './steps.js';

const ONE = { limit: 1 };

/** How much there is of what a first batch needs: counts alone. */
export function useSetupFacts(campaign: Campaign | undefined, isWanted = true) {
  return useQuery({
    queryKey: ['setup-facts', campaign?.id, campaign?.version],
    queryFn: () => readFacts(campaign),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

async function readFacts(campaign: Campaign | undefined): Promise<SetupFacts> {
  const [places, own] = await Promise.all([countPlaces(), countOf(campaign)]);
  return {
    campaigns: campaign === undefined ? 0 : 1,
    materials: campaign?.materialIds.length ?? 0,
    ...places,
    ...own,
  };
}

async function countPlaces(): Promise<Pick<SetupFacts, 'warehouses' | 'points'>> {
  const query = { ...ONE, active: true };
  const [warehouses, points] = await Promise.all([
    read(api.GET('/api/v1/warehouses', { params: { query } })),
    read(api.GET('/api/v1/delivery-points', { params: { query } })),
  ]);
  return { warehouses: warehouses.total, points: points.total };
}

type OfCampaign = Pick<
  SetupFacts,
  'targetRules' | 'overrides' | 'printOrders' | 'lots' | 'batches'
>;
const NONE: OfCampaign = { targetRules: 0, overrides: 0, printOrders: 0, lots: 0, batches: 0 };

async function countOf(campaign: Campaign | undefined): Promise<OfCampaign> {
  if (campaign === undefined) return NONE;
  const path = { campaignId: campaign.id };
  const query = { ...ONE, campaign: campaign.id };
  const [rules, overrides, printOrders, lots, batches] = await Promise.all([
    read(api.GET('/api/v1/campaigns/{campaignId}/target-rules', { params: { path, query: ONE } })),
    read(
      api.GET('/api/v1/campaigns/{campaignId}/targets', {
        params: { path, query: { ...ONE, source: 'override' } },
      }),
    ),
    read(api.GET('/api/v1/print-orders', { params: { query } })),
    read(api.GET('/api/v1/stock/lots', { params: { query } })),
    read(api.GET('/api/v1/batches', { params: { query } })),
  ]);
  return {
    targetRules: rules.total,
    overrides: overrides.total,
    printOrders: printOrders.total,
    lots: lots.total,
    batches: batches.total,
  };
}
