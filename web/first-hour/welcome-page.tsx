import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function WelcomePage() {
  const { t } = useTranslation('first-hour');
  return <PageHeader title={t('title')} />;
}
