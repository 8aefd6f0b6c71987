import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from '../language/i18n.js';

/** Who may only read is told so, instead of a form that would be refused. */
export function NotYours() {
  const { t } = useTranslation('stock');
  return (
    <Alert color="gray" icon={<IconLock aria-hidden />} title={t('notYours.title')}>
      {t('notYours.text')}
    </Alert>
  );
}
