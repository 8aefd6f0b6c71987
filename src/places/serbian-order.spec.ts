import fc from 'fast-check';
import { toCyrillic } from '../script.js';
import { compareSerbian, serbianSortKey } from './serbian-order.js';

describe('Serbian order', () => {
  it.each([
    ['c, č, ć are three letters', ['Crna Trava', 'Čajetina', 'Čoka', 'Ćićevac', 'Despotovac']],
    ['dž follows every other d', ['Dvor', 'Džep', 'Đakovo', 'Ečka']],
    [
      'lj and nj follow every other l and n',
      ['Lučani', 'Ljig', 'Mali Iđoš', 'Novi Sad', 'Njegoševo'],
    ],
    ['š and ž end s and z', ['Sopot', 'Surdulica', 'Šabac', 'Topola', 'Zvezdara', 'Žabalj']],
    ['a word ends before it goes on', ['Bela Crkva', 'Bela Palanka', 'Belanovica']],
    ['scripts mix', ['Врање', 'Vranjska Banja', 'Врбас', 'Vršac']],
    ['digits come before letters', ['5. oktobar', 'Ada']],
    ['foreign letters stand with their kin', ['Osečina', 'Öttevény', 'Priboj', 'Québec', 'Raška']],
  ])('%s', (_, names) => {
    expect(names.toReversed().sort(compareSerbian)).toEqual(names);
  });

  it('puts a name in Cyrillic where its Latin form stands', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      'c',
      'č',
      'ć',
      'dž',
      'đ',
      'lj',
      'nj',
      'š',
      'ž',
      'Z',
      ' ',
      '3',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (name) => {
        expect(serbianSortKey(toCyrillic(name))).toBe(serbianSortKey(name));
      }),
    );
  });

  it('makes keys of digits alone, which any collation sorts alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(serbianSortKey(name)).toMatch(/^(\d\d)*$/);
      }),
    );
  });

  it('is a total order', () => {
    const anyName = fc.string({ unit: fc.constantFrom(...Array.from('abčćđžšljnd АЉЊ')) });
    fc.assert(
      fc.property(anyName, anyName, anyName, (a, b, c) => {
        expect(Math.sign(compareSerbian(a, b))).toBe(-Math.sign(compareSerbian(b, a)) + 0);
        if (compareSerbian(a, b) <= 0 && compareSerbian(b, c) <= 0) {
          expect(compareSerbian(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
