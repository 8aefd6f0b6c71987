import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function TodayPage() {
  const { t } = useTranslation('today');
  return <PageHeader title={t('title')} />;
}
