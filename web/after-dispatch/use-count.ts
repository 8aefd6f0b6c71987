import { useFormat } from '../language/i18n.js';

/** A number for a sentence with plurals: it chooses the form and is written in the reader's way. */
export function useCount(): (count: number) => { count: number; replace: { count: string } } {
  const format = useFormat();
  return (count) => ({ count, replace: { count: format.number(count) } });
}
