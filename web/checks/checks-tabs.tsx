import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { PageTabs } from '../parts/page-tabs.js';

/** The three pages of the checks; jobs are shown to those who run the campaign. */
export function ChecksTabs() {
  const { t } = useTranslation('checks');
  const mayWrite = useMayWrite();
  const tabs = [
    { to: '/checks', label: t('verify.tab') },
    { to: '/checks/rules', label: t('rules.tab') },
    ...(mayWrite ? [{ to: '/checks/jobs', label: t('jobs.tab') }] : []),
  ];
  return <PageTabs label={t('parts')} tabs={tabs} />;
}
