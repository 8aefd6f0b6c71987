/**
 * Search finds "Čačak" for `cacak` and for `Чачак`: what is searched and what is typed are folded in the same way, to
 * lower-case Latin letters without diacritics, digits and single spaces. Since đ is typed as `đ`, `dj` or `d`, all three fold
 * to `d`. A folded text holds neither `%` nor `_`, so it is safe inside LIKE.
 */
import { toLatin } from '../script.js';

const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
export const MAX_SEARCH_WORDS = 8;

/** Blind to case, diacritics, script and punctuation; folding twice changes nothing. */
export function fold(text: string): string {
  return stripMarks(toLatin(stripMarks(text).toLowerCase()))
    .replace(/[đðłøßæœı]/gu, (letter) => PLAIN[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/dj+/g, 'd')
    .trim();
}

function stripMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * The words of a search, folded; all of them must be found. Undefined where there is nothing to search for (so everything
 * fits); an empty list where something was typed that no text can hold (so nothing fits).
 */
export function searchWords(typed: string | undefined): string[] | undefined {
  if (typed === undefined || typed.trim() === '') return undefined;
  const folded = fold(typed);
  return folded === '' ? [] : folded.split(' ').slice(0, MAX_SEARCH_WORDS);
}

/** What a row is found by: its texts, folded and joined. */
export function searchText(...texts: readonly (string | null | undefined)[]): string {
  return fold(texts.filter((text) => text != null && text !== '').join(' '));
}

/** Whether a folded text holds every word typed. */
export function matches(folded: string, words: readonly string[] | undefined): boolean {
  if (words === undefined) return true;
  return words.length > 0 && words.every((word) => folded.includes(word));
}
