import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function MunicipalityPage() {
  const { t } = useTranslation('coverage');
  return <PageHeader title={t('title')} />;
}
