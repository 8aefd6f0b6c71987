import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header.js';

export function GroupsPage() {
  const { t } = useTranslation('places');
  return <PageHeader title={t('groups.title')} />;
}
