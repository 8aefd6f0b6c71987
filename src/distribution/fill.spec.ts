import * as fc from 'fast-check';
import { apportion, fillDraft, mergeLines, type DraftConsignment, type FillPoint } from './fill.js';

const point = (
  id: string,
  audience: number | null = null,
  municipalityCode = '80284',
): FillPoint => ({
  id,
  municipalityCode,
  audience,
});
const UP_TO_TARGET = [{ materialId: 'leaflet', quantity: null }];
const lacks = (need: number, municipalityCode = '80284') => [
  { municipalityCode, materialId: 'leaflet', need },
];

/** Pieces by point. */
function piecesOf(consignments: readonly DraftConsignment[]): Record<string, number> {
  return Object.fromEntries(
    consignments.map((consignment) => [
      consignment.deliveryPointId,
      consignment.lines.reduce((sum, line) => sum + line.quantity, 0),
    ]),
  );
}

const WEIGHTS = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), {
  minLength: 1,
  maxLength: 30,
});
const TOTAL = fc.nat(1_000_000_000);

describe('fair parts', () => {
  it.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [100, [300, 200, 100], [50, 33, 17]],
    [2, [1, 1, 1], [1, 1, 0]],
    [0, [5, 5], [0, 0]],
    [1_000_000_000, [1_000_000_000, 1], [999_999_999, 1]],
  ])('of %i by %j are %j', (total, weights, parts) => {
    expect(apportion(total, weights)).toEqual(parts);
  });

  it('add up to the total, each within one piece of its exact share', () => {
    expect(() =>
      fc.assert(
        fc.property(TOTAL, WEIGHTS, (total, weights) => {
          const parts = apportion(total, weights);
          const sum = weights.reduce((before, weight) => before + BigInt(weight), 0n);
          const near = parts.every((part, index) => {
            const distance = BigInt(part) * sum - BigInt(total) * BigInt(weights[index]!);
            return distance < sum && -distance < sum;
          });
          return near && parts.reduce((before, part) => before + part, 0) === total;
        }),
      ),
    ).not.toThrow();
  });

  it('never give less to a larger weight', () => {
    expect(() =>
      fc.assert(
        fc.property(TOTAL, WEIGHTS, (total, weights) => {
          const parts = apportion(total, weights);
          return weights.every((a, i) => weights.every((b, j) => a <= b || parts[i]! >= parts[j]!));
        }),
      ),
    ).not.toThrow();
  });
});

describe('filling a draft', () => {
  it('brings a given quantity to each point', () => {
    const filled = fillDraft(
      [],
      [point('a'), point('b')],
      [{ materialId: 'poster', quantity: 10 }],
      [],
    );
    expect(piecesOf(filled)).toEqual({ a: 10, b: 10 });
  });

  it('spreads what a municipality lacks by audience where all points have one', () => {
    expect(
      piecesOf(fillDraft([], [point('a', 600), point('b', 300)], UP_TO_TARGET, lacks(90))),
    ).toEqual({ a: 60, b: 30 });
  });

  it('spreads it equally where the audience of one is unknown', () => {
    expect(
      piecesOf(fillDraft([], [point('a', 600), point('b', null)], UP_TO_TARGET, lacks(90))),
    ).toEqual({ a: 45, b: 45 });
  });

  it('makes no consignment for a point for which nothing is left', () => {
    expect(piecesOf(fillDraft([], [point('a'), point('b')], UP_TO_TARGET, lacks(1)))).toEqual({
      a: 1,
    });
    expect(fillDraft([], [point('a')], UP_TO_TARGET, lacks(-5))).toEqual([]);
    expect(fillDraft([], [point('a')], UP_TO_TARGET, [])).toEqual([]);
  });

  it('adds to a consignment that is there, and keeps its place and id', () => {
    const draft = [
      {
        id: 'c1',
        deliveryPointId: 'b',
        municipalityCode: '80284',
        lines: [{ materialId: 'leaflet', quantity: 5 }],
      },
    ];
    const filled = fillDraft(
      draft,
      [point('a'), point('b')],
      [
        { materialId: 'leaflet', quantity: 10 },
        { materialId: 'poster', quantity: 1 },
      ],
      [],
    );
    expect(filled.map(({ id, deliveryPointId }) => [id, deliveryPointId])).toEqual([
      ['c1', 'b'],
      [undefined, 'a'],
    ]);
    expect(filled[0]!.lines).toEqual([
      { materialId: 'leaflet', quantity: 15 },
      { materialId: 'poster', quantity: 1 },
    ]);
  });

  it('up to target carries no more than the need, however often it is repeated', () => {
    const POINTS = fc
      .array(
        fc.record({
          audience: fc.option(fc.integer({ min: 1, max: 2000 })),
          municipalityCode: fc.constantFrom('80284', '80381'),
        }),
        { minLength: 1, maxLength: 10 },
      )
      .map((points) =>
        points.map(({ audience, municipalityCode }, index) =>
          point(`p${index}`, audience, municipalityCode),
        ),
      );
    fc.assert(
      fc.property(POINTS, fc.nat(5000), fc.nat(5000), (points, a, b) => {
        const needs = [...lacks(a, '80284'), ...lacks(b, '80381')];
        const once = fillDraft([], points, UP_TO_TARGET, needs);
        const twice = fillDraft(once, points, UP_TO_TARGET, needs);
        const exact = needs.every(({ municipalityCode, need }) => {
          const there = once.filter((each) => each.municipalityCode === municipalityCode);
          const pieces = Object.values(piecesOf(there)).reduce((sum, each) => sum + each, 0);
          const chosen = points.some((each) => each.municipalityCode === municipalityCode);
          return pieces === (chosen ? need : 0);
        });
        expect(twice).toEqual(once);
        return exact;
      }),
    );
  });

  it('merges lines so that a material appears once and no piece is lost', () => {
    const LINES = fc.array(
      fc.record({
        materialId: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
    );
    expect(() =>
      fc.assert(
        fc.property(LINES, LINES, (lines, added) => {
          const start = mergeLines([], lines);
          const merged = mergeLines(start, added);
          const count = (all: readonly { quantity: number }[]) =>
            all.reduce((sum, line) => sum + line.quantity, 0);
          return (
            new Set(merged.map((line) => line.materialId)).size === merged.length &&
            count(merged) === count(lines) + count(added)
          );
        }),
      ),
    ).not.toThrow();
  });
});
