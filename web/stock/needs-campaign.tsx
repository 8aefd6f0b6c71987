import type { ReactNode } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useTranslation } from '../language/i18n.js';
import { NoCampaign } from '../parts/no-campaign.js';

interface Props {
  readonly title: string;
  readonly children: (campaign: Campaign) => ReactNode;
}

/** Stock is of a campaign: without one the page says where to begin. */
export function NeedsCampaign({ title, children }: Props) {
  const { t } = useTranslation('stock');
  const campaign = useMaybeCampaign();
  if (campaign !== undefined) return <>{children(campaign)}</>;
  return <NoCampaign title={title} text={t('noCampaign.text')} wait={t('noCampaign.wait')} />;
}
