import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import type { RuleDraft } from './rule-draft.js';

export type RulePreview = components['schemas']['TargetRulePreviewDto'];

/** Not at each key: once typing pauses. */
const PAUSE_MS = 250;

/** What the rule would do to the 161, while it is being filled in. */
export function useRulePreview(
  campaignId: string,
  draft: RuleDraft | undefined,
  replaces: string | undefined,
) {
  const asked = draft && { ...draft, ...(replaces === undefined ? {} : { replaces }) };
  const [question] = useDebouncedValue(asked && JSON.stringify(asked), PAUSE_MS);
  return useQuery({
    queryKey: ['target-rule-preview', campaignId, question],
    queryFn: (): Promise<RulePreview> =>
      read(
        api.POST('/api/v1/campaigns/{campaignId}/target-rules/preview', {
          params: { path: { campaignId } },
          body: JSON.parse(question!) as NonNullable<typeof asked>,
        }),
      ),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
  });
}
