/**
 * How names, days and figures are written on paper. A name is kept as it was entered and shown in the reader's script;
 * Latin names that Serbian could not have written (with q, w, x, y, foreign marks or doubled letters) stay as they are, since
 * `Kovács` and `Kossuth` are nobody in Cyrillic, and so do words with a digit in them (`A4`, a number plate). Days are
 * Belgrade's.
 */
import { toCyrillic, toLatin } from '../script.js';
import type { Language } from '../platform/http/language.js';
import type { Day } from '../time.js';

const FOREIGN =
  /[qwxy]|(?![čćđšž])[\u00DF-\u00F6\u00F8-\u017E\u0180-\u024F]|([bcfgklmprst])\1|[cp]h/u;
const WORD_WITH_DIGIT = /(\S*\d\S*)/;

export function writeName(name: string, language: Language): string {
  if (language !== 'sr-Cyrl') return toLatin(name);
  if (FOREIGN.test(name.normalize('NFC').toLowerCase())) return name;
  return name
    .split(WORD_WITH_DIGIT)
    .map((piece, index) => (index % 2 === 1 ? piece : toCyrillic(piece)))
    .join('');
}

/**
 * What its owner writes in one way only: a funder, a campaign, a carrier. Never put into Cyrillic (`European
 * Union` would become nonsense), but read in Latin where it was entered in Cyrillic.
 */
export function writeTitle(title: string, language: Language): string {
  return language === 'sr-Cyrl' ? title : toLatin(title);
}

const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `24. 11. 2026.` in Serbian, `24 November 2026` in English. */
export function writeDay(day: Day, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (language === 'en') return `${date} ${MONTHS.format(new Date(`${day}T00:00:00Z`))} ${year}`;
  return `${date}. ${month}. ${year}.`;
}

function perLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { 'sr-Latn': make('sr-Latn'), 'sr-Cyrl': make('sr-Cyrl'), en: make('en') };
}

const NUMBERS = perLanguage((language) => new Intl.NumberFormat(language));
const GRAMS = perLanguage((language) => measureIn(language, 'gram', 1));
const KILOGRAMS = perLanguage((language) => measureIn(language, 'kilogram', 2));
const LANGUAGE_NAMES = perLanguage(
  (language) => new Intl.DisplayNames([language], { type: 'language' }),
);

function measureIn(
  language: Language,
  unit: 'gram' | 'kilogram',
  maximumFractionDigits: number,
): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits });
}

/** `1,250` in English, `1.250` in Serbian. */
export function writeNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/** Grams below a kilogram, else kilograms with at most two decimals; undefined where nothing is recorded. */
export function writeWeight(weightGrams: number, language: Language): string | undefined {
  if (weightGrams <= 0) return undefined;
  return weightGrams < 1_000
    ? GRAMS[language].format(weightGrams)
    : KILOGRAMS[language].format(weightGrams / 1_000);
}

/** The name of a material's language: `mađarski` for `hu`. A tag that nobody has a name for stays. */
export function nameLanguage(tag: string, language: Language): string {
  return LANGUAGE_NAMES[language].of(tag) ?? tag;
}
