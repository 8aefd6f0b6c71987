import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function PrintOrdersPage() {
  const { t } = useTranslation('stock');
  return <PageHeader title={t('title')} />;
}
