import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function NewCampaignPage() {
  const { t } = useTranslation('campaigns');
  return <PageHeader title={t('title')} />;
}
