import fc from 'fast-check';
import { addAmount, findShortages, quickAmounts, readLines, sumIssues } from './issue-draft.js';

const LEAFLETS = {
  warehouseId: 'w',
  materialId: 'leaflet',
  lots: [],
  onHand: 300,
  reserved: 50,
  available: 233,
  heldBack: 17,
};

describe('handing over at the door', () => {
  it('has a line only for what is given', () => {
    expect(readLines({ leaflet: 150, poster: '', kit: 0, brochure: '20' })).toStrictEqual([
      { materialId: 'leaflet', quantity: 150 },
      { materialId: 'brochure', quantity: 20 },
    ]);
  });

  it('gives all that is available, and says why no more', () => {
    const ask = (quantity: number) =>
      findShortages([{ materialId: 'leaflet', quantity }], [LEAFLETS]);
    expect(ask(233)).toStrictEqual([]);
    expect(ask(234)).toStrictEqual([
      { materialId: 'leaflet', available: 233, reserved: 50, heldBack: 17 },
    ]);
  });

  it('gives nothing of what was never there', () => {
    expect(findShortages([{ materialId: 'kit', quantity: 1 }], [LEAFLETS])).toStrictEqual([
      { materialId: 'kit', available: 0, reserved: 0, heldBack: 0 },
    ]);
  });

  it.each([
    [500, 15_371, [50, 100, 500]],
    [100, 2160, [10, 100, 200]],
    [50, 233, [10, 50, 100]],
    [5, 12, [5, 10]],
    [1, 40, [1, 2]],
    [500, 60, [50]],
    [500, 0, []],
  ])('a pack of %d with %d there offers %j', (packSize, available, amounts) => {
    expect(quickAmounts(packSize, available)).toStrictEqual(amounts);
  });

  it('never offers more than is there, nor adds up to more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.nat(5000),
        fc.nat(6000),
        (packSize, available, typed) => {
          for (const amount of quickAmounts(packSize, available)) {
            expect(amount).toBeGreaterThan(0);
            expect(addAmount(typed, amount, available)).toBeLessThanOrEqual(available);
          }
        },
      ),
    );
  });

  it('adds to an empty field', () => {
    expect(addAmount('', 50, 200)).toBe(50);
    expect(addAmount(undefined, 50, 200)).toBe(50);
  });
});

describe('the running total of a stand', () => {
  it('counts what was given and not what was taken back', () => {
    expect(
      sumIssues([
        { reversed: false, lines: [{ materialId: 'a', quantity: 100 }] },
        { reversed: true, lines: [{ materialId: 'a', quantity: 7 }] },
        {
          reversed: false,
          lines: [
            { materialId: 'a', quantity: 20 },
            { materialId: 'b', quantity: 5 },
          ],
        },
      ]),
    ).toStrictEqual([
      { materialId: 'a', quantity: 120 },
      { materialId: 'b', quantity: 5 },
    ]);
  });
});
