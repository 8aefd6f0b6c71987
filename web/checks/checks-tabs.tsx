import { Button, Group } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayWrite } from '../api/use-session.js';

/** The three pages of the checks; jobs are shown to those who run the campaign. */
export function ChecksTabs() {
  const { t } = useTranslation('checks');
  const { pathname } = useLocation();
  const mayWrite = useMayWrite();
  const tabs = [
    { to: '/checks', label: t('verify.tab') },
    { to: '/checks/rules', label: t('rules.tab') },
    ...(mayWrite ? [{ to: '/checks/jobs', label: t('jobs.tab') }] : []),
  ];
  return (
    <Group component="nav" gap="xs" mb="lg" aria-label={t('parts')}>
      {tabs.map(({ to, label }) => (
        <Button
          key={to}
          component={Link}
          to={to}
          variant={pathname === to ? 'light' : 'subtle'}
          aria-current={pathname === to ? 'page' : undefined}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
