import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import { type Campaign, campaignsQuery } from '../api/campaigns-query.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { ChangedByAnother, type Difference } from '../parts/changed-by-another.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import {
  CampaignFields,
  type CampaignForm,
  describeCampaign,
  isCampaignComplete,
} from './campaign-fields.js';
import { changeCampaign, readCampaign } from './use-campaign-changes.js';
import { useSaving } from './use-saving.js';

interface Props {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

export function CampaignEdit({ campaign, onClose }: Props) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const [form, setForm] = useState(() => formOf(campaign));
  const saving = useSaving({
    version: campaign.version,
    save: (change: CampaignForm, version) =>
      changeCampaign(campaign.id, version, describeCampaign(change)),
    readAnew: () => readCampaign(campaign.id),
    done: t('saved'),
    onEnd: onClose,
  });
  const differencesOf = useDifferences();
  return (
    <>
      <SideForm
        title={t('edit')}
        isOpen
        onClose={onClose}
        onSubmit={() => saving.save(form)}
        submit={t('parts:save')}
        isPending={saving.isPending}
        error={saving.error}
        isDisabled={!isCampaignComplete(form)}
      >
        <CampaignFields
          form={form}
          onChange={setForm}
          errors={saving.error instanceof Refusal ? saving.error.fieldErrors : {}}
        />
        <RemoveCampaign campaign={campaign} />
      </SideForm>
      {saving.overtaken !== undefined && (
        <ChangedByAnother
          isOpen
          differences={differencesOf(formOf(saving.overtaken.theirs), saving.overtaken.mine)}
          onKeepTheirs={saving.keepTheirs}
          onSaveMine={saving.saveMine}
        />
      )}
    </>
  );
}

function formOf({ name, startsOn, endsOn, funders }: Campaign): CampaignForm {
  return { name, startsOn, endsOn, funders: funders.map((funder) => funder.name) };
}

function useDifferences(): (theirs: CampaignForm, mine: CampaignForm) => Difference[] {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (theirs, mine) =>
    [
      { field: t('field.name'), theirs: theirs.name, mine: mine.name },
      {
        field: t('field.startsOn'),
        theirs: format.date(theirs.startsOn),
        mine: format.date(mine.startsOn),
      },
      {
        field: t('field.endsOn'),
        theirs: format.date(theirs.endsOn),
        mine: format.date(mine.endsOn),
      },
      {
        field: t('field.funders'),
        theirs: format.list(theirs.funders),
        mine: format.list(mine.funders),
      },
    ].filter((each) => each.theirs !== each.mine);
}

/** Only one that nothing hangs on can be deleted; the service says what stands in the way. */
function RemoveCampaign({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useCommand({
    run: async () => {
      await read(
        api.DELETE('/api/v1/campaigns/{id}', {
          params: {
            path: { id: campaign.id },
            header: { 'If-Match': `"${campaign.version}"` },
          },
        }),
      );
      await client.refetchQueries(campaignsQuery);
    },
    done: () => t('removed', { name: campaign.name }),
    onDone: () => void navigate({ to: '/campaign', search: { campaign: undefined } }),
  });
  return (
    <>
      {remove.error !== null && <ProblemNotice error={remove.error} isCommand />}
      <Button
        variant="subtle"
        color="red"
        style={{ alignSelf: 'flex-start' }}
        loading={remove.isPending}
        onClick={() =>
          askFirst({
            title: t('remove.title', { name: campaign.name }),
            text: t('remove.text'),
            confirm: t('remove.confirm'),
            onConfirm: () => remove.mutate(),
          })
        }
      >
        {t('remove.confirm')}
      </Button>
    </>
  );
}
