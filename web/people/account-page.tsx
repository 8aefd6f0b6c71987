import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function AccountPage() {
  const { t } = useTranslation('people');
  return <PageHeader title={t('title')} />;
}
