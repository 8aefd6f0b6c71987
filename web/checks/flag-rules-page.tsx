import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function FlagRulesPage() {
  const { t } = useTranslation('checks');
  return <PageHeader title={t('title')} />;
}
