import { IconSpeakerphone } from '@tabler/icons-react';
import { useHasRole } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from './empty-page.js';
import { ButtonLink } from './links.js';
import { PageHeader } from './page-header.js';

interface Props {
  /** The page's. */
  readonly title: string;
  /** What a campaign would make of this page: to those who may begin one, and to those who wait for it. */
  readonly text: string;
  readonly wait: string;
}

/** What belongs to a campaign says, without one, where to begin. */
export function NoCampaign({ title, text, wait }: Props) {
  const { t } = useTranslation('parts');
  const mayBegin = useHasRole('administrator');
  return (
    <>
      <PageHeader title={title} />
      <EmptyPage
        icon={<IconSpeakerphone size={28} />}
        title={t('noCampaign.title')}
        action={mayBegin && <ButtonLink to="/campaign/new">{t('noCampaign.make')}</ButtonLink>}
      >
        {mayBegin ? text : wait}
      </EmptyPage>
    </>
  );
}
