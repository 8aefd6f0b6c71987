/**
 * Lists follow the Serbian Latin alphabet, in which č, ć, dž, đ, lj, nj, š and ž are letters of their own; a name written in
 * Cyrillic stands where its Latin form would. Case and punctuation do not count.
 *
 * The sort key has two decimal digits a letter and nothing else, so that every database sorts it in the same way,
 * whatever its collation.
 */
import { toLatin } from '../script.js';

const ALPHABET = 'a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž'.split(
  ' ',
);
const SPACE = '00';
const DIGIT_BASE = 10;
const LETTER_BASE = 30;
const OTHER_LETTER = '99';
const KEY_OF = new Map<string, string>(
  Array.from({ length: 10 }, (_, digit) => [String(digit), String(DIGIT_BASE + digit)]),
);
ALPHABET.forEach((letter, index) => KEY_OF.set(letter, String(LETTER_BASE + index)));
const SYMBOL = /dž|lj|nj|\p{L}|\p{N}|[^\p{L}\p{N}]+/gu;

/** A text of decimal digits; comparing two keys as text compares the names in Serbian order. */
export function serbianSortKey(name: string): string {
  const letters = toLatin(name.normalize('NFKC').toLowerCase()).trim();
  return Array.from(letters.matchAll(SYMBOL), ([symbol]) => keyOfSymbol(symbol)).join('');
}

function keyOfSymbol(symbol: string): string {
  const known = KEY_OF.get(symbol);
  if (known !== undefined) return known;
  if (!/^[\p{L}\p{N}]/u.test(symbol)) return SPACE;
  const plain = symbol.normalize('NFKD').replace(/\p{M}/gu, '');
  return KEY_OF.get(plain) ?? OTHER_LETTER;
}

/** Serbian order; names that differ only in case, script or punctuation are then ordered as plain text. */
export function compareSerbian(a: string, b: string): number {
  return compareText(serbianSortKey(a), serbianSortKey(b)) || compareText(a, b);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
