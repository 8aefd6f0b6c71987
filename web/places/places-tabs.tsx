import { useTranslation } from '../language/i18n.js';
import { PageTabs } from '../parts/page-tabs.js';

/** The pages of places. */
export function PlacesTabs() {
  const { t } = useTranslation('places');
  const tabs = [
    { to: '/places', label: t('tab.points') },
    { to: '/places/groups', label: t('tab.groups') },
    { to: '/places/warehouses', label: t('tab.warehouses') },
    { to: '/places/closures', label: t('tab.closures') },
  ];
  return <PageTabs label={t('nav')} tabs={tabs} />;
}
