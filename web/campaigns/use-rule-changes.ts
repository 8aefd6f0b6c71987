import { api, read } from '../api/client.js';
import { useTranslation } from '../language/i18n.js';
import { offerUndo } from '../parts/undo-notice.js';
import { useCommand } from '../parts/use-command.js';
import { copyRule, type RuleDraft } from './rule-draft.js';
import type { TargetRule } from './use-targets.js';

export function createRule(campaignId: string, id: string, body: RuleDraft): Promise<TargetRule> {
  return read(
    api.POST('/api/v1/campaigns/{campaignId}/target-rules', {
      params: { path: { campaignId } },
      body: { id, ...body },
    }),
  );
}

export function readRule(campaignId: string, id: string): Promise<TargetRule> {
  return read(
    api.GET('/api/v1/campaigns/{campaignId}/target-rules/{id}', {
      params: { path: { campaignId, id } },
    }),
  );
}

export function changeRule(
  campaignId: string,
  id: string,
  version: number,
  body: RuleDraft,
): Promise<TargetRule> {
  return read(
    api.PATCH('/api/v1/campaigns/{campaignId}/target-rules/{id}', {
      params: { path: { campaignId, id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
}

/** Ends a rule from now on; undone by one that says the same. */
export function useEndRule(campaignId: string) {
  const { t } = useTranslation('campaigns');
  const again = useCommand({
    run: (rule: RuleDraft, id) => createRule(campaignId, id, rule),
  });
  return useCommand({
    run: ({ id, version }: TargetRule) =>
      read(
        api.DELETE('/api/v1/campaigns/{campaignId}/target-rules/{id}', {
          params: { path: { campaignId, id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    onDone: (_, rule) => offerUndo(t('rules.ended'), () => again.mutate(copyRule(rule))),
  });
}
