import { useLanguage } from '../language/i18n.js';

/** How a field takes figures: the comma where Serbian is written, and a point typed is understood as well. */
export function useDecimals() {
  const decimalSeparator = useLanguage() === 'en' ? '.' : ',';
  return { decimalSeparator, allowedDecimalSeparators: ['.', ','] };
}
