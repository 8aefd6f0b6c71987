import { useLanguage } from '../language/i18n.js';

/** How figures are typed in: as the reader's language writes them, to the right, never below zero. */
export function useNumberStyle() {
  const language = useLanguage();
  return {
    thousandSeparator: language === 'en' ? ',' : '.',
    decimalSeparator: language === 'en' ? '.' : ',',
    allowNegative: false,
    hideControls: true,
    styles: { input: { textAlign: 'right' as const, fontVariantNumeric: 'tabular-nums' } },
  };
}
