import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useHasRole } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { PageHeader } from '../parts/page-header.js';

/** A page that only administrators see; others are told so, and nothing is asked of the service. */
export function ForAdministrators({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('parts');
  const isAdministrator = useHasRole('administrator');
  if (isAdministrator) return children;
  return (
    <>
      <PageHeader title={title} />
      <Alert color="gray" icon={<IconLock aria-hidden />}>
        {t('notYours')}
      </Alert>
    </>
  );
}
