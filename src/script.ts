/**
 * Serbian is written in two alphabets. Names are kept as they were entered and shown in the reader's script.
 * From Cyrillic to Latin each letter has one answer. The other way `lj`, `nj` and `dž` are one letter, except where two
 * words meet inside one (`nadživeti`, `injekcija`): those stems are listed.
 */

// prettier-ignore
const LATIN_OF: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i',
  ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
};

const CYRILLIC_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LATIN_OF).map(([cyrillic, latin]) => [latin, cyrillic]),
);

/** Stems in which the two letters belong to two parts of the word, so that they stay two letters. */
const SEPARATE = /konjug|konjunk|injek|tanjug|nadživ|nadžnj|nadžanj|podžanr|odžal|odživ/giu;
const LETTER = /d[žŽ]|[ln]j|\p{L}/giu;
const MARK = '\u0001';

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Serbian Cyrillic letters become Latin ones; everything else stays. Љ is `Lj`, or `LJ` among capitals. */
export function toLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter, at: number) => {
    const latin = LATIN_OF[letter.toLowerCase()];
    if (latin === undefined) return letter;
    if (!isUpper(letter)) return latin;
    if (latin.length === 1) return latin.toUpperCase();
    return isAmongCapitals(text, at)
      ? latin.toUpperCase()
      : latin[0]!.toUpperCase() + latin.slice(1);
  });
}

function isAmongCapitals(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (/\p{L}/u.test(next)) return isUpper(next);
  const previous = text[at - 1] ?? '';
  return /\p{L}/u.test(previous) && isUpper(previous);
}

/** Serbian Latin letters become Cyrillic ones; letters that Serbian lacks (q, w, x, y, ő) stay. */
export function toCyrillic(text: string): string {
  const parted = text
    .normalize('NFC')
    .replace(SEPARATE, (stem) => stem.replace(/(d)(?=ž)|([ln])(?=j)/iu, `$&${MARK}`));
  return parted
    .replace(LETTER, (letter) => {
      const cyrillic = CYRILLIC_OF[letter.toLowerCase()];
      if (cyrillic === undefined) return letter;
      return isUpper(letter[0]!) ? cyrillic.toUpperCase() : cyrillic;
    })
    .replaceAll(MARK, '');
}
