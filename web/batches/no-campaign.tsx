import { IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/use-session.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ButtonLink } from '../parts/links.js';
import { PageHeader } from '../parts/page-header.js';

/** Batches belong to a campaign: first there has to be one. */
export function NoCampaign({ title }: { title: string }) {
  const { t } = useTranslation('batches');
  const mayBegin = useHasRole('administrator');
  return (
    <>
      <PageHeader title={title} />
      <EmptyPage
        icon={<IconSpeakerphone />}
        title={t('noCampaign.title')}
        action={mayBegin && <ButtonLink to="/campaign/new">{t('noCampaign.begin')}</ButtonLink>}
      >
        {mayBegin ? t('noCampaign.text') : t('noCampaign.textOthers')}
      </EmptyPage>
    </>
  );
}
