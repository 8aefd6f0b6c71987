import { SegmentedControl, Stack } from '@mantine/core';
import type { Campaign } from '../api/campaigns-query.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { IssueForm } from './issue-form.js';
import { NeedsCampaign } from './needs-campaign.js';
import { NeedsWarehouse } from './needs-warehouse.js';
import { NotYours } from './not-yours.js';
import { StockCrumbs } from './stock-crumbs.js';

/** Somebody stands in the door: leaflets in their hands, and in the books, within twenty seconds. */
export function IssuePage() {
  const { t } = useTranslation('stock');
  const mayWrite = useMayWrite();
  return (
    <NeedsCampaign title={t('issue.title')}>
      {(campaign) => (
        <>
          <PageHeader title={t('issue.title')} crumbs={<StockCrumbs />} />
          {mayWrite ? (
            <NeedsWarehouse>
              <Issuing campaign={campaign} />
            </NeedsWarehouse>
          ) : (
            <NotYours />
          )}
        </>
      )}
    </NeedsCampaign>
  );
}

function Issuing({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('stock');
  const [{ to, municipality }, setAddress] = useAddress();
  const kind = to ?? (municipality === undefined ? 'point' : 'hand_out');
  return (
    <Stack gap="md" maw={860}>
      <SegmentedControl
        size="md"
        aria-label={t('issue.kind')}
        value={kind}
        onChange={(chosen) => setAddress({ to: chosen })}
        data={[
          { value: 'point', label: t('issue.toPoint') },
          { value: 'hand_out', label: t('issue.handOut') },
        ]}
      />
      <IssueForm key={kind} campaign={campaign} isHandOut={kind === 'hand_out'} />
    </Stack>
  );
}
