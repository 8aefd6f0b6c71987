import fc from 'fast-check';
import { coverUnit, NO_FIGURES } from './coverage.js';
import { COVERAGE_LEVELS, leastSure, type LevelUnit, rollUp } from './coverage-table.js';

const unit: fc.Arbitrary<LevelUnit> = fc
  .record({
    code: fc.integer({ min: 10_000, max: 99_999 }).map(String),
    district: fc.integer({ min: 1, max: 4 }),
    target: fc.nat(50),
    delivered: fc.nat(50),
    population: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ code, district, target, delivered, population }) => ({
    ...coverUnit([{ ...NO_FIGURES, target, delivered }]),
    code,
    population,
    districtCode: `RS${district}`,
    regionCode: `R${district % 2}`,
  }));

describe('the levels of the table', () => {
  it('hold every municipality once, so all totals agree', () => {
    const units = fc.uniqueArray(unit, {
      selector: ({ code }) => code,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(units, fc.constantFrom(...COVERAGE_LEVELS), (all, level) => {
        const rows = rollUp(all, level);
        const codes = rows.flatMap((row) => row.units.map(({ code }) => code));
        expect(codes.toSorted()).toEqual(all.map(({ code }) => code).toSorted());
        for (const figure of ['target', 'delivered', 'population', 'met'] as const) {
          const sum = (of: readonly { [key in typeof figure]: number }[]) =>
            of.reduce((total, row) => total + row[figure], 0);
          expect(sum(rows.map(({ coverage }) => coverage))).toBe(sum(all));
        }
      }),
    );
  });
});

it.each([
  [['sourced', 'derived', 'unverified'], 'unverified'],
  [['sourced', 'derived'], 'derived'],
  [['sourced'], 'sourced'],
] as const)('of %j the least sure is %s', (statuses, least) => {
  expect(leastSure(statuses)).toBe(least);
});
