import { IconSpeakerphone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Campaign, useMaybeCampaign } from '../api/use-campaigns.js';
import { useHasRole } from '../api/use-session.js';
import { EmptyPage } from '../parts/empty-page.js';
import { PageHeader } from '../parts/page-header.js';
import { ButtonLink } from './links.js';

interface Props {
  readonly title: string;
  readonly children: (campaign: Campaign) => ReactNode;
}

/** Stock is of a campaign: without one the page says where to begin. */
export function NeedsCampaign({ title, children }: Props) {
  const { t } = useTranslation('stock');
  const campaign = useMaybeCampaign();
  const mayMake = useHasRole('administrator');
  if (campaign !== undefined) return <>{children(campaign)}</>;
  return (
    <>
      <PageHeader title={title} />
      <EmptyPage
        icon={<IconSpeakerphone />}
        title={t('noCampaign.title')}
        {...(mayMake && {
          action: <ButtonLink to="/campaign/new">{t('noCampaign.action')}</ButtonLink>,
        })}
      >
        {mayMake ? t('noCampaign.text') : t('noCampaign.wait')}
      </EmptyPage>
    </>
  );
}
