import { Alert, Button, Group, Paper, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import { campaignsQuery, rememberCampaign } from '../api/campaigns-query.js';
import { materialsQuery } from '../api/use-materials.js';
import { useHasRole } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { ManyChoice } from '../parts/many-choice.js';
import { ButtonLink, TextLink } from '../parts/links.js';
import { PageHeader } from '../parts/page-header.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useCommand } from '../parts/use-command.js';
import {
  CampaignFields,
  describeCampaign,
  EMPTY_CAMPAIGN,
  isCampaignComplete,
} from './campaign-fields.js';

export function NewCampaignPage() {
  const { t } = useTranslation('campaigns');
  const isAdministrator = useHasRole('administrator');
  return (
    <>
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        crumbs={
          <TextLink to="/campaign" size="sm">
            {t('title')}
          </TextLink>
        }
      />
      {isAdministrator ? <Form /> : <Alert>{t('onlyAdministrator')}</Alert>}
    </>
  );
}

function Form() {
  const { t } = useTranslation(['campaigns', 'parts']);
  const [form, setForm] = useState(EMPTY_CAMPAIGN);
  const [materialIds, setMaterialIds] = useState<string[]>([]);
  const { data: materials = [] } = useQuery(materialsQuery);
  const usable = materials.filter(({ active }) => active);
  const create = useCreateCampaign();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate({ ...describeCampaign(form), materialIds });
  };
  return (
    <Paper withBorder p="lg" radius="md" maw={640} component="form" onSubmit={submit}>
      <Stack>
        <CampaignFields
          form={form}
          onChange={setForm}
          errors={create.error instanceof Refusal ? create.error.fieldErrors : {}}
        />
        {usable.length > 0 && (
          <ManyChoice
            label={t('new.materials')}
            description={t('new.materialsHint')}
            value={materialIds}
            onChange={setMaterialIds}
            options={usable.map(({ id, name, code }) => ({ value: id, label: name, also: code }))}
          />
        )}
        {create.error !== null && <ProblemNotice error={create.error} isCommand />}
        <Group justify="flex-end">
          <ButtonLink to="/campaign" variant="default">
            {t('parts:cancel')}
          </ButtonLink>
          <Button type="submit" loading={create.isPending} disabled={!isCampaignComplete(form)}>
            {t('new.submit')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

type NewCampaign = ReturnType<typeof describeCampaign> & { readonly materialIds: string[] };

/** From then on the pages are about the new one; what is missing of it is the next thing to do. */
function useCreateCampaign() {
  const { t } = useTranslation('campaigns');
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCommand({
    run: async (body: NewCampaign, id) => {
      const campaign = await read(api.POST('/api/v1/campaigns', { body: { id, ...body } }));
      // Read before the pages change: they are about a campaign that is in the list.
      await client.refetchQueries(campaignsQuery);
      return campaign;
    },
    done: ({ name }) => t('new.done', { name }),
    onDone: ({ id, materialIds }) => {
      rememberCampaign(id);
      void navigate({
        to: materialIds.length === 0 ? '/campaign/materials' : '/campaign',
        search: { campaign: id },
      });
    },
  });
}
