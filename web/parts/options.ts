import { fold, matches, searchWords } from '../../src/places/search.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Found by these too: a code, a district. */
  readonly also?: string;
}

const SHOWN_OPTIONS = 200;

/** Blind to diacritics and script: "cacak" and "Чачак" find Čačak. */
export function findOptions(options: readonly Option[], typed: string): Option[] {
  const words = searchWords(typed);
  return options
    .filter(({ label, also }) => matches(fold(`${label} ${also ?? ''}`), words))
    .slice(0, SHOWN_OPTIONS);
}
