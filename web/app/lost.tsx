import { Button, Center } from '@mantine/core';
import { IconCompass, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { NoAnswer } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ProblemNotice } from '../parts/problem-notice.js';

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <Center mih="60vh" component="main">
      <EmptyPage
        isWhole
        icon={<IconCompass />}
        title={t('notFoundTitle')}
        action={
          <Button component={Link} to="/">
            {t('goToday')}
          </Button>
        }
      >
        {t('notFoundText')}
      </EmptyPage>
    </Center>
  );
}

/** When something of ours broke, or nothing can be reached: never a white page. */
export function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation('app');
  return (
    <Center mih="60vh" component="main" p="md">
      {error instanceof NoAnswer ? (
        <ProblemNotice error={error} onRetry={() => window.location.reload()} />
      ) : (
        <EmptyPage
          isWhole
          icon={<IconRefresh />}
          title={t('brokeTitle')}
          action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>}
        >
          {t('brokeText')}
        </EmptyPage>
      )}
    </Center>
  );
}
