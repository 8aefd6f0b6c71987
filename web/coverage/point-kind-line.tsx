import { Text } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import type { DistributionRow } from './use-distribution-list.js';

/** The tags of the field that have a word of their own; any other stands as it was written. */
const TAGS_WITH_WORDS = ['primary', 'secondary', 'special'] as const;

export function useTagNames(): (tag: string) => string {
  const { t } = useTranslation('coverage');
  return (tag) => {
    const known = TAGS_WITH_WORDS.find((one) => one === tag);
    return known === undefined ? tag : t(`tag.${known}`);
  };
}

/** `škola · srednja` */
export function PointKindLine({
  kind,
  tags,
}: {
  kind: DistributionRow['kind'];
  tags: readonly string[];
}) {
  const { t } = useTranslation('language');
  const nameOf = useTagNames();
  return (
    <Text size="xs" c="dimmed">
      {[t(`pointKind.${kind}`), ...tags.map(nameOf)].join(' · ')}
    </Text>
  );
}
