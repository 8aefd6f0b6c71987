import fc from 'fast-check';
import { Problem } from '../problem.js';
import {
  chooseEffect,
  chooseQuantity,
  chooseUnbooking,
  DISCREPANCY_KINDS,
  findDifferences,
  RESOLUTIONS,
  reviewDiscrepancies,
  type BookedPieces,
} from './discrepancy.js';

const line = (figures: Partial<Parameters<typeof findDifferences>[0]> = {}) => ({
  sent: 100,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  returned: 0,
  lost: 0,
  surplus: 0,
  ...figures,
});

describe('the differences of a line', () => {
  it.each([
    ['none before a confirmation stands', line(), false, {}, {}],
    ['all unexplained where it says nothing', line(), true, {}, { unexplained: 100 }],
    ['none where all was delivered', line({ delivered: 100 }), true, {}, {}],
    ['none of refused pieces', line({ delivered: 90, refused: 10 }), true, {}, {}],
    ['none of returned pieces', line({ delivered: 90, refused: 10, returned: 10 }), true, {}, {}],
    ['none of pieces declared lost', line({ delivered: 90, lost: 10 }), true, {}, {}],
    [
      'each kind by itself',
      line({ delivered: 80, damaged: 5, missing: 4, refused: 3 }),
      true,
      {},
      { unexplained: 8, missing: 4, damaged: 5 },
    ],
    ['surplus', line({ delivered: 100, surplus: 7 }), true, {}, { surplus: 7 }],
    [
      'only what is not settled',
      line({ delivered: 80, damaged: 10, missing: 10 }),
      true,
      { damaged: 10, missing: 4 },
      { missing: 6 },
    ],
  ])('%s', (_, counters, stands, settled, expected) => {
    const found = findDifferences(counters, stands, settled);
    expect(Object.fromEntries(found.map(({ kind, quantity }) => [kind, quantity]))).toEqual(
      expected,
    );
  });
});

describe('a review', () => {
  const open = [
    { id: '1', materialId: 'leaflet', kind: 'missing' as const, quantity: 5 },
    { id: '2', materialId: 'leaflet', kind: 'unexplained' as const, quantity: 9 },
    { id: '3', materialId: 'poster', kind: 'missing' as const, quantity: 1 },
  ];

  it('opens what is new, changes what has changed, closes what is gone, leaves the rest', () => {
    const review = reviewDiscrepancies(open, [
      { materialId: 'leaflet', kind: 'missing', quantity: 5 },
      { materialId: 'leaflet', kind: 'unexplained', quantity: 4 },
      { materialId: 'poster', kind: 'damaged', quantity: 2 },
    ]);
    expect(review.opened).toEqual([{ materialId: 'poster', kind: 'damaged', quantity: 2 }]);
    expect(review.changed.map(({ id, quantity }) => [id, quantity])).toEqual([['2', 4]]);
    expect(review.closed.map(({ id }) => id)).toEqual(['3']);
  });

  it('done a second time changes nothing', () => {
    const { opened, changed, closed } = reviewDiscrepancies(open, open);
    expect([opened, changed, closed]).toEqual([[], [], []]);
  });
});

describe('a resolution', () => {
  it.each([
    ['unexplained', 'lost', 'move transit → lost (lost)'],
    ['unexplained', 'damaged', 'move transit → damaged (damaged), settles damaged'],
    ['unexplained', 'delivered', 'move transit → delivered (delivered)'],
    ['unexplained', 'returned', 'move transit → warehouse (returned)'],
    ['unexplained', 'counted_wrong', 'move transit → warehouse (returned)'],
    ['missing', 'lost', 'settle missing'],
    ['missing', 'damaged', 'move booked → damaged (damaged), settles damaged'],
    ['missing', 'delivered', 'move booked → delivered (delivered)'],
    ['missing', 'returned', 'move booked → warehouse (returned)'],
    ['missing', 'counted_wrong', 'move booked → warehouse (returned)'],
    ['damaged', 'damaged', 'settle damaged'],
    ['damaged', 'lost', 'move booked → lost (lost)'],
    ['damaged', 'delivered', 'move booked → delivered (delivered)'],
    ['damaged', 'returned', 'move booked → warehouse (returned)'],
    ['damaged', 'counted_wrong', 'move booked → warehouse (returned)'],
    ['surplus', 'delivered', 'settle surplus'],
    ['surplus', 'counted_wrong', 'settle surplus'],
    ['surplus', 'lost', 'rule'],
    ['surplus', 'damaged', 'rule'],
    ['surplus', 'returned', 'rule'],
  ] as const)('of %s as %s: %s', (kind, resolution, expected) => {
    expect(describeEffect(kind, resolution)).toBe(expected);
  });

  it('is known for every kind and resolution', () => {
    for (const kind of DISCREPANCY_KINDS) {
      for (const resolution of RESOLUTIONS) expect(describeEffect(kind, resolution)).toBeDefined();
    }
  });

  it('takes all that is open where nobody says how many, and never more', () => {
    expect(chooseQuantity(5, undefined)).toBe(5);
    expect(chooseQuantity(5, 2)).toBe(2);
    expect(() => chooseQuantity(5, 6)).toThrow(Problem);
  });

  function describeEffect(
    kind: (typeof DISCREPANCY_KINDS)[number],
    resolution: (typeof RESOLUTIONS)[number],
  ): string {
    try {
      const effect = chooseEffect(kind, resolution);
      if (effect.does === 'settle') return `settle ${effect.settles}`;
      const settles = effect.settles === undefined ? '' : `, settles ${effect.settles}`;
      return `move ${effect.from} → ${effect.to} (${effect.counter})${settles}`;
    } catch (error) {
      return (error as Problem).code;
    }
  }
});

describe('what is booked elsewhere', () => {
  const pieces = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 });

  it('is reversed whole, the last booked first, and the rest booked again', () => {
    const booked: BookedPieces[] = [3, 4].map((quantity, index) => ({
      movementId: `m${index}`,
      lotId: `lot${index}`,
      quantity,
      occurredAt: '2026-03-01T00:00:00.000Z',
    }));
    const { reversed, moved, kept } = chooseUnbooking(booked, 5);
    expect(reversed.map(({ movementId }) => movementId)).toEqual(['m1', 'm0']);
    expect(moved.map(({ quantity }) => quantity)).toEqual([4, 1]);
    expect(kept).toMatchObject({ movementId: 'm0', quantity: 2 });
  });

  it('adds up: what is reversed is what is moved and what is kept', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), (quantities, asked) => {
        const booked = quantities.map((quantity, index) => ({
          movementId: String(index),
          lotId: 'lot',
          quantity,
          occurredAt: '2026-03-01T00:00:00.000Z',
        }));
        const all = sum(booked);
        const wanted = asked % (all + 1);
        const { reversed, moved, kept } = chooseUnbooking(booked, wanted);
        expect(sum(moved)).toBe(wanted);
        expect(sum(reversed)).toBe(wanted + (kept?.quantity ?? 0));
      }),
    );
  });

  function sum(all: readonly { quantity: number }[]): number {
    return all.reduce((total, { quantity }) => total + quantity, 0);
  }
});
