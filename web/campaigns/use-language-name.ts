import { useMemo } from 'react';
import { useLanguage } from '../language/i18n.js';
import { LOCALES } from '../language/language.js';

/** What a language is called in the reader's own; its tag where nobody knows it. */
export function useLanguageName(): (tag: string) => string {
  const locale = LOCALES[useLanguage()];
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    return (tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    };
  }, [locale]);
}
