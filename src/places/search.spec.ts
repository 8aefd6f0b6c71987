import fc from 'fast-check';
import { fold, matches, searchText, searchWords } from './search.js';

describe('search', () => {
  it.each([
    ['Čačak', ['cacak', 'Чачак', 'ČAČAK', 'čačak', ' cacak '], 'cacak'],
    ['Đakovo', ['djakovo', 'dakovo', 'đakovo', 'Ђаково'], 'dakovo'],
    ['Aranđelovac', ['Arandjelovac', 'Аранђеловац', 'arandelovac'], 'arandelovac'],
    ['Odžaci', ['odzaci', 'Оџаци', 'Oǆaci'], 'odzaci'],
    ['Ljubovija', ['ljubovija', 'Љубовија'], 'ljubovija'],
    ['ОШ „Свети Сава“', ['OŠ "Sveti Sava"', 'os sveti   sava'], 'os sveti sava'],
    ['Palilula (Niš)', ['palilula nis', 'Палилула-Ниш'], 'palilula nis'],
    ['Kőszeg', ['koszeg'], 'koszeg'],
  ])('finds %s', (name, typed, folded) => {
    expect(fold(name)).toBe(folded);
    for (const text of typed) expect(fold(text)).toBe(folded);
  });

  it('changes nothing when it folds twice, and leaves nothing that LIKE reads as a pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(folded).not.toMatch(/[%_\\']/);
      }),
      { numRuns: 500 },
    );
  });

  it('asks for every word, in any order', () => {
    const row = searchText('Gimnazija „Jovan Jovanović Zmaj“', null, 'Novi Sad', '1234');
    expect(matches(row, searchWords('zmaj gimnazija'))).toBe(true);
    expect(matches(row, searchWords('Нови Сад'))).toBe(true);
    expect(matches(row, searchWords('zmaj beograd'))).toBe(false);
  });

  it.each([
    [undefined, true],
    ['  ', true],
    ['%', false],
    ['🎈', false],
  ])('takes %p as nothing asked (%p) or nothing found', (typed, found) => {
    expect(matches('cacak', searchWords(typed))).toBe(found);
  });
});
