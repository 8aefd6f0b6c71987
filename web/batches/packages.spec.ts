import * as fc from 'fast-check';
import {
  clampPackages,
  countPackages,
  listPackages,
  packSingly,
  suggestPackages,
} from './packages.js';

const weighed = (...grams: number[]) =>
  grams.map((weightGrams, index) => ({ id: String(index), packing: { weightGrams } }));

describe('packages', () => {
  it.each([
    [0, 1],
    [1, 1],
    [20_000, 1],
    [20_001, 2],
    [95_000, 5],
    [1e9, 999],
  ])('%i g at 20 kg each are %i', (grams, packages) => {
    expect([...suggestPackages(weighed(grams), 20).values()]).toEqual([packages]);
  });

  it('by weight are as few as keep each under the bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000 }),
        fc.integer({ min: 1, max: 50 }),
        (grams, kilograms) => {
          const packages = suggestPackages(weighed(grams), kilograms).get('0')!;
          expect(grams / packages).toBeLessThanOrEqual(kilograms * 1000);
          if (packages > 1) expect(grams / (packages - 1)).toBeGreaterThan(kilograms * 1000);
        },
      ),
    );
  });

  it('are told only where they are not one', () => {
    const packages = packSingly(weighed(1, 2, 3)).set('1', 4);
    expect(listPackages(packages)).toEqual([{ id: '1', packages: 4 }]);
    expect(countPackages(packages)).toBe(6);
  });

  it.each([
    [Number.NaN, 1],
    [-3, 1],
    [2.4, 2],
    [5_000, 999],
  ])('typed as %d are %i', (typed, packages) => {
    expect(clampPackages(typed)).toBe(packages);
  });
});
