import { api, read } from '../api/client.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useCommand } from '../parts/use-command.js';
import type { IssueLine } from './issue-draft.js';
import type { IssueDraft } from './use-issue-draft.js';
import type { Issue } from './use-issues.js';
import { useSentAt } from './use-sent-at.js';

interface Wanted {
  readonly draft: IssueDraft;
  readonly lines: readonly IssueLine[];
}

/** Books what was handed over. */
export function useIssueCommand(campaign: Campaign, onDone: (issue: Issue) => void) {
  const [momentFor, forget] = useSentAt();
  return useCommand<Wanted, Issue>({
    run: ({ draft, lines }, id) => {
      const content = {
        warehouseId: draft.warehouseId!,
        campaignId: campaign.id,
        to:
          draft.pointId === null
            ? { municipalityCode: draft.municipalityCode!, occasion: draft.occasion.trim() }
            : { deliveryPointId: draft.pointId },
        lines: [...lines],
        ...(draft.receivedBy.trim() === '' ? {} : { receivedBy: draft.receivedBy.trim() }),
        ...(draft.isEstimated ? { estimated: true } : {}),
        ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
      };
      return read(
        api.POST('/api/v1/stock/issues', {
          body: { id, occurredAt: momentFor(content, draft.day), ...content },
        }),
      );
    },
    onDone: (issue) => {
      forget();
      onDone(issue);
    },
  });
}
