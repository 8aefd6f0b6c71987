import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function FlagPage() {
  const { t } = useTranslation('flags');
  return <PageHeader title={t('title')} />;
}
