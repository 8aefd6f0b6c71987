import { Button, Stack } from '@mantine/core';
import { IconPackages, IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useHasRole } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ButtonLink, TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { RuleEditor } from './rule-editor.js';
import { RuleList } from './rule-list.js';
import { TargetSums } from './target-sums.js';
import { TargetTable } from './target-table.js';
import { sumTargets } from './target-totals.js';
import { type TargetRule, targetRulesQuery, targetsQuery } from './use-targets.js';

/** How much of what each of the 161 should get, and by which rules. */
export function TargetsPage() {
  const { t } = useTranslation('campaigns');
  const campaign = useMaybeCampaign();
  const isAdministrator = useHasRole('administrator');
  if (campaign !== undefined && campaign.materialIds.length > 0)
    return <Targets key={campaign.id} campaign={campaign} />;
  const isMissing = campaign === undefined;
  return (
    <>
      <PageHeader title={t('targets.title')} lead={t('targets.lead')} />
      <EmptyPage
        icon={isMissing ? <IconSpeakerphone /> : <IconPackages />}
        title={isMissing ? t('none.title') : t('materials.noneInCampaign')}
        action={
          isAdministrator && (
            <ButtonLink to={isMissing ? '/campaign/new' : '/campaign/materials'}>
              {isMissing ? t('none.make') : t('materials.choose')}
            </ButtonLink>
          )
        }
      >
        {isAdministrator ? t('targets.needsMaterials') : t('onlyAdministrator')}
      </EmptyPage>
    </>
  );
}

/** A new rule, or one that is changed. */
type Editing = { readonly rule?: TargetRule };

function Targets({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const [address, setAddress] = useAddress();
  const mayRule = useHasRole('administrator') && campaign.state !== 'closed';
  const targets = useQuery(targetsQuery(campaign.id));
  const rules = useQuery(targetRulesQuery(campaign.id));
  const [editing, setEditing] = useState<Editing | undefined>(
    // The first hour leads straight to the first rule.
    mayRule && address['add'] === 'rule' ? {} : undefined,
  );
  const close = (): void => {
    setEditing(undefined);
    if (address['add'] !== undefined) setAddress({ add: undefined });
  };
  const material = campaign.materialIds.find((id) => id === address['material']);
  return (
    <>
      <PageHeader
        title={t('targets.title')}
        lead={t('targets.lead')}
        crumbs={
          <TextLink to="/campaign" size="sm">
            {t('title')}
          </TextLink>
        }
        actions={
          mayRule && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({})}>
              {t('rules.add')}
            </Button>
          )
        }
      />
      <Stack gap="lg">
        <Loaded query={targets} height={110}>
          {(rows) => (
            <TargetSums
              totals={sumTargets(rows, campaign.materialIds)}
              chosen={material}
              onChoose={(id) => setAddress({ material: id })}
            />
          )}
        </Loaded>
        <Loaded query={rules} height={120}>
          {(all) => (
            <RuleList
              campaignId={campaign.id}
              rules={all.filter(
                ({ materialId }) => material === undefined || materialId === material,
              )}
              mayRule={mayRule}
              showsMaterial={material === undefined}
              onAdd={() => setEditing({})}
              onEdit={(rule) => setEditing({ rule })}
            />
          )}
        </Loaded>
        <Loaded query={targets} height={420}>
          {(rows) => <TargetTable campaign={campaign} targets={rows} material={material} />}
        </Loaded>
      </Stack>
      {editing !== undefined && (
        <RuleEditor
          key={editing.rule?.id ?? 'new'}
          campaign={campaign}
          materialId={material}
          {...(editing.rule === undefined ? {} : { rule: editing.rule })}
          onOpenOther={(id) => {
            const rule = rules.data?.find((each) => each.id === id);
            if (rule !== undefined) setEditing({ rule });
          }}
          onClose={close}
        />
      )}
    </>
  );
}
