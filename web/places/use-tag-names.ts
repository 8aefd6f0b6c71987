import { useCallback } from 'react';
import { useTranslation } from '../language/i18n.js';

/** The tags of the field that have a word of their own; any other stands as it was written. */
const TAGS_WITH_WORDS = ['primary', 'secondary', 'special'] as const;

export function useTagNames(): (tag: string) => string {
  const { t } = useTranslation('places');
  return useCallback(
    (tag) => {
      const known = TAGS_WITH_WORDS.find((one) => one === tag);
      return known === undefined ? tag : t(`tag.${known}`);
    },
    [t],
  );
}
