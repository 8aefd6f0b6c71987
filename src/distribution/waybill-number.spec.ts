import * as fc from 'fast-check';
import { isWaybillNumber, writeWaybillNumber } from './waybill-number.js';

const NUMBER = fc.integer({ min: 1, max: 99_999_999 });
const YEAR = fc.integer({ min: 2000, max: 2999 });

describe('a waybill number', () => {
  it.each([
    [2026, 123, 'DOM-2026-000123-3'],
    [2026, 1, 'DOM-2026-000001-1'],
    [2026, 1_234_567, 'DOM-2026-1234567-0'],
  ])('of %i, %i is %s', (year, number, text) => {
    expect(writeWaybillNumber(year, number)).toBe(text);
  });

  it('is recognised, and is unique', () => {
    expect(() =>
      fc.assert(
        fc.property(YEAR, NUMBER, NUMBER, (year, a, b) => {
          const first = writeWaybillNumber(year, a);
          return isWaybillNumber(first) && (a === b) === (first === writeWaybillNumber(year, b));
        }),
      ),
    ).not.toThrow();
  });

  it('shows one wrong digit', () => {
    expect(() =>
      fc.assert(
        fc.property(
          YEAR,
          NUMBER,
          fc.nat(),
          fc.integer({ min: 1, max: 9 }),
          (year, number, at, by) => {
            const text = writeWaybillNumber(year, number);
            const places = text
              .split('')
              .flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
            const place = places[at % places.length]!;
            const wrong = String((Number(text[place]) + by) % 10);
            return !isWaybillNumber(text.slice(0, place) + wrong + text.slice(place + 1));
          },
        ),
      ),
    ).not.toThrow();
  });
});
