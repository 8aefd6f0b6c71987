import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from './problem-notice.js';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  /** Height of the grey shape that holds the place meanwhile, in pixels. */
  readonly height?: number;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, once it is there; until then a shape of its size, or why it does not come. */
export function Loaded<T>({ query, height = 160, children }: Props<T>) {
  const { t } = useTranslation('parts');
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="xs" role="status" aria-label={t('loading')}>
      <Skeleton height={height} radius="md" />
    </Stack>
  );
}
