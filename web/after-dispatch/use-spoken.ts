import { toCyrillic } from '../../src/script.js';
import type { Text } from '../../src/problem.js';
import { useLanguage } from '../language/i18n.js';

/** A sentence of one of the service's rules, in the reader's language. */
export function useSpoken(): (text: Text) => string {
  const language = useLanguage();
  return ({ en, sr }) => {
    if (language === 'en') return en;
    return language === 'sr-Cyrl' ? toCyrillic(sr) : sr;
  };
}
