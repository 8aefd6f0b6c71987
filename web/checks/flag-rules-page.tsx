import { Button, Text } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useHasRole } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { NoCampaign } from '../parts/no-campaign.js';
import { PageHeader } from '../parts/page-header.js';
import { ChecksTabs } from './checks-tabs.js';
import { RuleForm } from './rule-form.js';
import { RuleTable } from './rule-table.js';
import { type FlagRule, flagRulesQuery } from './use-flag-rules.js';

/** What the checks look for: read by all, changed by administrators. */
export function FlagRulesPage() {
  const { t } = useTranslation('checks');
  const campaign = useMaybeCampaign();
  if (campaign !== undefined) return <FlagRules campaignId={campaign.id} />;
  return (
    <NoCampaign
      title={t('rules.tab')}
      text={t('rules.noCampaign.text')}
      wait={t('rules.noCampaign.wait')}
    />
  );
}

function FlagRules({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('checks');
  const mayChange = useHasRole('administrator');
  const rules = useQuery(flagRulesQuery(campaignId));
  const [form, setForm] = useState<{ rule?: FlagRule }>();
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setForm({})}>
      {t('rules.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('rules.tab')}
        lead={t('rules.lead')}
        {...(mayChange ? { actions: add } : {})}
      />
      <ChecksTabs />
      <Loaded query={rules} height={360}>
        {(found) =>
          found.length === 0 ? (
            <EmptyPage
              icon={<IconChecklist size={28} />}
              title={t('rules.emptyTitle')}
              action={mayChange ? add : undefined}
            >
              {t('rules.emptyText')}
            </EmptyPage>
          ) : (
            <RuleTable rules={found} onEdit={mayChange ? (rule) => setForm({ rule }) : undefined} />
          )
        }
      </Loaded>
      {!mayChange && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('rules.readOnly')}
        </Text>
      )}
      {form !== undefined && <RuleForm rule={form.rule} onClose={() => setForm(undefined)} />}
    </>
  );
}
