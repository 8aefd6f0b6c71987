import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Target = components['schemas']['TargetDto'];
export type TargetRule = components['schemas']['TargetRuleDto'];

/** The targets of the 161 for each of the campaign's materials. */
export function targetsQuery(campaignId: string) {
  return queryOptions({
    queryKey: ['targets', campaignId],
    queryFn: (): Promise<Target[]> =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/campaigns/{campaignId}/targets', {
            params: { path: { campaignId }, query: page },
          }),
        ),
      ),
  });
}

export function targetRulesQuery(campaignId: string) {
  return queryOptions({
    queryKey: ['target-rules', campaignId],
    queryFn: (): Promise<TargetRule[]> =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/campaigns/{campaignId}/target-rules', {
            params: { path: { campaignId }, query: page },
          }),
        ),
      ),
  });
}
