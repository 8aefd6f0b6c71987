import {
  nameLanguage,
  writeDay,
  writeName,
  writeNumber,
  writeTitle,
  writeWeight,
} from './paper-writing.js';

describe('a name on paper', () => {
  it.each([
    ['Osnovna škola „Đura Jakšić“', 'sr-Cyrl', 'Основна школа „Ђура Јакшић“'],
    ['Основна школа „Љубица Џинић“', 'sr-Latn', 'Osnovna škola „Ljubica Džinić“'],
    ['Основна школа „Љубица Џинић“', 'en', 'Osnovna škola „Ljubica Džinić“'],
    ['OŠ Đura Jakšić', 'en', 'OŠ Đura Jakšić'],
    ['Plakat A3 za učionice', 'sr-Cyrl', 'Плакат A3 за учионице'],
    ['Injekcija', 'sr-Cyrl', 'Инјекција'],
    ['Kovács Győző', 'sr-Cyrl', 'Kovács Győző'],
    ['Kossuth Lajos utca 12', 'sr-Cyrl', 'Kossuth Lajos utca 12'],
    ['Shkolla fillore „Ibrahim Kelmendi“', 'sr-Cyrl', 'Shkolla fillore „Ibrahim Kelmendi“'],
    ['Școala Sfântul Gheorghe', 'sr-Cyrl', 'Școala Sfântul Gheorghe'],
    ['Kovács Győző', 'en', 'Kovács Győző'],
  ] as const)('%s in %s is %s', (name, language, written) => {
    expect(writeName(name, language)).toBe(written);
  });

  it.each([
    ['European Union', 'sr-Cyrl', 'European Union'],
    ['Европска унија', 'sr-Cyrl', 'Европска унија'],
    ['Европска унија', 'en', 'Evropska unija'],
  ] as const)('of a funder: %s in %s is %s', (title, language, written) => {
    expect(writeTitle(title, language)).toBe(written);
  });
});

describe('a day on paper', () => {
  it.each([
    ['2026-11-24', 'sr-Latn', '24. 11. 2026.'],
    ['2026-03-01', 'sr-Cyrl', '1. 3. 2026.'],
    ['2026-11-24', 'en', '24 November 2026'],
    ['2026-01-01', 'en', '1 January 2026'],
  ] as const)('%s in %s is %s', (day, language, written) => {
    expect(writeDay(day, language)).toBe(written);
  });
});

describe('a figure on paper', () => {
  it.each([
    [0, 'en', undefined],
    [4.5, 'sr-Latn', '4,5 g'],
    [999, 'en', '999 g'],
    [1_000, 'en', '1 kg'],
    [12_345.6, 'sr-Cyrl', '12,35 kg'],
  ] as const)('%p grams in %s is %p', (grams, language, written) => {
    expect(writeWeight(grams, language)?.replace(/\s/g, ' ')).toBe(written);
  });

  it('has its thousands parted as the language does', () => {
    expect([writeNumber(1_250, 'sr-Latn'), writeNumber(1_250, 'en')]).toEqual(['1.250', '1,250']);
  });

  it.each([
    ['hu', 'sr-Latn', 'mađarski'],
    ['rom', 'sr-Cyrl', 'ромски'],
    ['sr-Cyrl', 'en', 'Serbian (Cyrillic)'],
    ['qtx', 'en', 'qtx'],
  ] as const)('language %s in %s is %s', (tag, language, name) => {
    expect(nameLanguage(tag, language)).toBe(name);
  });
});
