import { Button, Group, Stack } from '@mantine/core';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { isStale, ChangedByAnother } from '../parts/changed-by-another.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useAddress } from '../parts/use-address.js';
import { DraftBar } from './draft-bar.js';
import { DraftEditor } from './draft-editor.js';
import { readHead } from './draft-head.js';
import { UnsavedGuard } from './unsaved-guard.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useDifferences } from './use-differences.js';
import { useDraft } from './use-draft.js';
import { useSaveDraft } from './use-save-draft.js';
import { readStops } from './written-stops.js';

interface Props {
  readonly batch: BatchDetail;
  readonly onDone: () => void;
}

/** A draft's content, changed as a whole: nobody else's change is overwritten unseen. */
export function EditBatch({ batch, onDone }: Props) {
  const { t } = useTranslation(['batches', 'parts']);
  const [address] = useAddress();
  const draft = useDraft({ head: readHead(batch), stops: readStops(batch) });
  const { save, theirs, layOver, saveOver, keepTheirs, hasSaved } = useSaveDraft(batch, onDone);
  const merged = layOver(draft);
  const differences = useDifferences(theirs, merged);
  const { error } = save;
  const shown = error === null || isStale(error) ? null : error;
  return (
    <Stack gap="lg">
      <DraftEditor
        campaignId={batch.campaignId}
        draft={draft}
        errors={shown instanceof Refusal ? shown.fieldErrors : {}}
        isRuleOpen={address['edit'] === 'rule'}
      />
      {shown !== null && <ProblemNotice error={shown} isCommand />}
      <DraftBar campaignId={batch.campaignId} draft={draft}>
        {(canSave) => (
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
              {t('parts:cancel')}
            </Button>
            <Button
              disabled={!canSave || !draft.isChanged}
              loading={save.isPending}
              onClick={() => save.mutate({ draft, version: save.begunWith })}
            >
              {t('saveChanges')}
            </Button>
          </Group>
        )}
      </DraftBar>
      <ChangedByAnother
        isOpen={theirs !== undefined}
        differences={differences}
        onKeepTheirs={keepTheirs}
        {...(theirs?.state === 'draft' ? { onSaveMine: () => saveOver(merged) } : {})}
      />
      <UnsavedGuard isUnsaved={() => draft.isChanged && !hasSaved()} />
    </Stack>
  );
}
