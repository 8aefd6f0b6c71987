import { useTranslation } from '../language/i18n.js';
import { PageTabs } from '../parts/page-tabs.js';

/** The pages of people; administrators alone see them. */
export function PeopleTabs() {
  const { t } = useTranslation('people');
  const tabs = [
    { to: '/people', label: t('tab.people') },
    { to: '/people/audit', label: t('tab.audit') },
  ];
  return <PageTabs label={t('nav')} tabs={tabs} />;
}
