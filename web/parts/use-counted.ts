import { useFormat } from '../language/i18n.js';

/** A count for a sentence with plurals: as i18next takes it, written as the reader's language writes it. */
export function useCounted() {
  const format = useFormat();
  return (count: number) => ({ count, replace: { count: format.number(count) } });
}
