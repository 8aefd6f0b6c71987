import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function ClosuresPage() {
  const { t } = useTranslation('places');
  return <PageHeader title={t('closures.title')} />;
}
