import * as fc from 'fast-check';
import {
  groupPackageCode,
  readPackageCode,
  writePackageCode,
  writePackageScan,
} from './package-code.js';
import { writeWaybillNumber } from './waybill-number.js';

const IDENTITY = fc.record({
  waybillNumber: fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 999_999_999 }))
    .map(([year, number]) => writeWaybillNumber(year, number)),
  number: fc.integer({ min: 1, max: 999 }),
});

describe('a package code', () => {
  it.each([
    ['DOM-2026-000123-3', 1, '2600 0123 0019'],
    ['DOM-2026-000123-3', 2, '2600 0123 0024'],
    ['DOM-2026-1234567-0', 999, '2612 3456 7999 7'],
  ])('of %s, package %i, is read aloud as %s', (waybillNumber, number, aloud) => {
    const code = writePackageCode({ waybillNumber, number });
    expect(groupPackageCode(code)).toBe(aloud);
    expect(readPackageCode(aloud)).toEqual({ waybillNumber, number });
  });

  it('has the check digit that others compute (Damm’s own example: 572 is followed by 4)', () => {
    const waybillNumber = writeWaybillNumber(2000, 0);
    expect(writePackageCode({ waybillNumber, number: 572 })).toBe('000000005724');
  });

  it('names its package and no other, from the code and from the QR code', () => {
    fc.assert(
      fc.property(IDENTITY, (identity) => {
        expect(readPackageCode(writePackageCode(identity))).toEqual(identity);
        expect(readPackageCode(groupPackageCode(writePackageCode(identity)))).toEqual(identity);
        expect(readPackageCode(writePackageScan(identity))).toEqual(identity);
      }),
    );
  });

  it('shows every wrong digit', () => {
    fc.assert(
      fc.property(IDENTITY, (identity) => {
        const code = writePackageCode(identity);
        for (let place = 0; place < code.length; place += 1) {
          for (let by = 1; by <= 9; by += 1) {
            const wrong = String((Number(code[place]) + by) % 10);
            const told = code.slice(0, place) + wrong + code.slice(place + 1);
            expect(readPackageCode(told)).toBeUndefined();
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('shows every two neighbours exchanged', () => {
    fc.assert(
      fc.property(IDENTITY, (identity) => {
        const code = writePackageCode(identity);
        for (let place = 0; place + 1 < code.length; place += 1) {
          if (code[place] === code[place + 1]) continue;
          const told =
            code.slice(0, place) + code[place + 1]! + code[place]! + code.slice(place + 2);
          expect(readPackageCode(told)).toBeUndefined();
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', 'DOM-2026-000123-3', 'DOM-2026-000123-4/2', '2600 0123 002', '2600 O123 0027'])(
    'is not %p',
    (text) => {
      expect(readPackageCode(text)).toBeUndefined();
    },
  );

  it.each([
    ['DOM-2026-123-3', 1],
    ['DOM-2026-000123-3', 0],
    ['DOM-2026-000123-3', 1_000],
  ])('is not made of %s and package %i', (waybillNumber, number) => {
    expect(() => writePackageCode({ waybillNumber, number })).toThrow(RangeError);
  });
});
