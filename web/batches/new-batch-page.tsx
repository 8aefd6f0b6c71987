import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { Refusal } from '../api/refusal.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { NoCampaign } from '../parts/no-campaign.js';
import { PageHeader } from '../parts/page-header.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useAddress } from '../parts/use-address.js';
import { DraftBar } from './draft-bar.js';
import { DraftEditor } from './draft-editor.js';
import { type Prefill, readPrefillWish } from './prefill.js';
import { useDraft } from './use-draft.js';
import { useMakeBatch } from './use-make-batch.js';
import { type NewDraft, usePrefill } from './use-prefill.js';
import { UnsavedGuard } from './unsaved-guard.js';

/** A new batch: by hand, by rule, or for the places that somebody came from. */
export function NewBatchPage() {
  const { t } = useTranslation('batches');
  const campaign = useMaybeCampaign();
  const mayWrite = useMayWrite();
  if (campaign === undefined)
    return (
      <NoCampaign title={t('newTitle')} text={t('noCampaign.text')} wait={t('noCampaign.wait')} />
    );
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        lead={mayWrite ? t('newLead') : t('onlyCoordinators')}
        crumbs={
          <TextLink to="/batches" size="sm">
            {t('title')}
          </TextLink>
        }
      />
      {mayWrite && <NewBatch campaign={campaign} />}
    </>
  );
}

function NewBatch({ campaign }: { campaign: Campaign }) {
  const [address] = useAddress();
  const { draft, error } = usePrefill(campaign.id, readPrefillWish(address));
  if (error !== null) return <ProblemNotice error={error} />;
  if (draft === undefined) return <Skeleton height={420} radius="md" />;
  return <WriteBatch campaignId={campaign.id} begun={draft} />;
}

function WriteBatch({ campaignId, begun }: { campaignId: string; begun: NewDraft }) {
  const { t } = useTranslation('batches');
  const draft = useDraft(begun);
  const { make, hasLeft } = useMakeBatch(campaignId);
  const error = make.error;
  const errors = error instanceof Refusal ? error.fieldErrors : {};
  const isUnsaved = (draft.isChanged || draft.stops.length > 0) && !hasLeft();
  return (
    <Stack gap="lg">
      <PrefillNotice prefill={begun} />
      <DraftEditor campaignId={campaignId} draft={draft} errors={errors} />
      {error !== null && <ProblemNotice error={error} isCommand />}
      <DraftBar campaignId={campaignId} draft={draft}>
        {(canSave, isEnough) => (
          <Group gap="xs">
            <Button
              variant={isEnough ? 'default' : 'filled'}
              disabled={!canSave}
              loading={make.isPending && !make.variables.isPlanned}
              onClick={() => make.mutate({ draft, isPlanned: false })}
            >
              {t('saveDraft')}
            </Button>
            {isEnough && (
              <Button
                disabled={!canSave || draft.stops.length === 0}
                loading={make.isPending && make.variables.isPlanned}
                onClick={() => make.mutate({ draft, isPlanned: true })}
              >
                {t('saveAndPlan')}
              </Button>
            )}
          </Group>
        )}
      </DraftBar>
      <UnsavedGuard isUnsaved={() => isUnsaved && !hasLeft()} />
    </Stack>
  );
}

/** Places that somebody came from, and for which there is nothing to propose. */
function PrefillNotice({ prefill: { withoutPoints, withoutNeed } }: { prefill: Prefill }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const nameOf = useMunicipalityNames();
  if (withoutPoints.length + withoutNeed.length === 0) return null;
  return (
    <Alert variant="light" color="blue" icon={<IconInfoCircle aria-hidden />}>
      {withoutPoints.length > 0 && (
        <Text size="sm">
          {t('prefill.withoutPoints', { places: format.list(withoutPoints.map(nameOf)) })}{' '}
          <TextLink to="/places" size="sm" c="inherit" td="underline">
            {t('prefill.addPoints')}
          </TextLink>
        </Text>
      )}
      {withoutNeed.length > 0 && (
        <Text size="sm">
          {t('prefill.withoutNeed', { places: format.list(withoutNeed.map(nameOf)) })}
        </Text>
      )}
    </Alert>
  );
}
