import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function BatchesPage() {
  const { t } = useTranslation('batches');
  return <PageHeader title={t('title')} />;
}
