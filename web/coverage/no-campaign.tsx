import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/use-session.js';
import { ButtonLink } from '../parts/links.js';
import { EmptyPage } from '../parts/empty-page.js';

/** Without a campaign there is nothing that could have reached anybody. */
export function NoCampaign() {
  const { t } = useTranslation('coverage');
  const mayBegin = useHasRole('administrator');
  return (
    <EmptyPage
      icon={<IconMap2 size={28} />}
      title={t('noCampaign.title')}
      action={
        mayBegin ? <ButtonLink to="/campaign/new">{t('noCampaign.begin')}</ButtonLink> : undefined
      }
    >
      {mayBegin ? t('noCampaign.text') : t('noCampaign.wait')}
    </EmptyPage>
  );
}
