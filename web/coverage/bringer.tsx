import { Text } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import type { DistributionRow } from './use-distribution-list.js';

interface Bringing {
  readonly batchId?: string | null | undefined;
  readonly issueId?: string | null | undefined;
  readonly waybillNumber?: string | null | undefined;
  readonly mode?: DistributionRow['mode'] | null;
  readonly by?: string | null | undefined;
}

/** The paper that it came with: its waybill, which leads to the batch, or an issue at the door. */
export function DocumentLink({ batchId, issueId, waybillNumber }: Bringing) {
  const { t } = useTranslation('coverage');
  if (waybillNumber != null)
    return batchId == null ? (
      <Text size="sm">{waybillNumber}</Text>
    ) : (
      <TextLink to="/batches/$id" params={{ id: batchId }} size="sm">
        {waybillNumber}
      </TextLink>
    );
  if (issueId == null) return null;
  return (
    <TextLink to="/stock/history" search={{ issue: issueId }} size="sm">
      {t('issue')}
    </TextLink>
  );
}

/** Who brought it, and in which way. */
export function ByWhom({ mode, by }: Bringing) {
  const words = useByWhom()({ mode, by });
  return words === '' ? null : (
    <Text size="xs" c="dimmed">
      {words}
    </Text>
  );
}

export function useByWhom(): (bringing: Bringing) => string {
  const { t } = useTranslation(['coverage', 'language']);
  return ({ mode, by }) => {
    const way = mode == null ? undefined : t(`language:mode.${mode}`);
    if (by == null) return way ?? '';
    return way === undefined ? by : t('byWay', { by, way });
  };
}
