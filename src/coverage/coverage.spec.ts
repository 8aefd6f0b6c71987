import fc from 'fast-check';
import {
  addFigures,
  type CoverageState,
  countByState,
  coverArea,
  coverUnit,
  type Figures,
  needOf,
  NO_FIGURES,
  outlookOf,
  type PopulatedUnit,
  stateOfCell,
} from './coverage.js';

const pieces = fc.nat(500);
const figures: fc.Arbitrary<Figures> = fc
  .record({
    target: pieces,
    planned: pieces,
    inTransit: pieces,
    delivered: pieces,
    withdrawn: pieces,
    damaged: pieces,
    lost: pieces,
    day: fc.option(fc.integer({ min: 10, max: 28 }), { nil: null }),
    refusedPart: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ day, refusedPart, ...rest }) => ({
    ...NO_FIGURES,
    ...rest,
    refusedPending: Math.floor(rest.inTransit * refusedPart),
    firstDeliveredAt: day === null ? null : `2026-03-${day}T09:00:00.000Z`,
    lastDeliveredAt: day === null ? null : `2026-03-${day}T09:00:00.000Z`,
  }));
const unit: fc.Arbitrary<PopulatedUnit> = fc
  .record({
    cells: fc.array(figures, { maxLength: 4 }),
    population: fc.integer({ min: 1, max: 300_000 }),
  })
  .map(({ cells, population }) => ({ ...coverUnit(cells), population }));
const units = fc.array(unit, { minLength: 1, maxLength: 12 });

const cell = (target: number, delivered: number): Figures => ({ ...NO_FIGURES, target, delivered });

describe('the state of a municipality and material', () => {
  it.each<[number, number, CoverageState]>([
    [0, 0, 'no_target'],
    [0, 10, 'no_target'],
    [100, 0, 'not_reached'],
    [100, 1, 'partly_reached'],
    [100, 99, 'partly_reached'],
    [100, 100, 'reached'],
    [100, 250, 'reached'],
  ])('with target %i and %i delivered is %s', (target, delivered, state) => {
    expect(stateOfCell({ target, delivered })).toBe(state);
  });
});

describe('several materials together', () => {
  it.each<[string, Figures[], CoverageState, number | null]>([
    ['no material at all', [], 'no_target', null],
    ['each target met', [cell(10, 10), cell(5, 6)], 'reached', 1],
    ['one met, one not', [cell(10, 10), cell(10, 0)], 'partly_reached', 0.5],
    ['nothing delivered', [cell(10, 0), cell(5, 0)], 'not_reached', 0],
    ['a surplus of one', [cell(10, 1000), cell(10, 0)], 'partly_reached', 0.5],
    ['only what nobody aimed at', [cell(10, 0), cell(0, 3)], 'partly_reached', 0],
    ['a met target beside none', [cell(10, 10), cell(0, 0)], 'reached', 1],
    ['no target, something delivered', [cell(0, 7)], 'no_target', null],
  ])('%s', (_, cells, state, share) => {
    expect(coverUnit(cells)).toMatchObject({ state, share });
  });

  it('a reached unit has a share of 1, and only such', () => {
    fc.assert(
      fc.property(fc.array(figures), (cells) => {
        const { state, share } = coverUnit(cells);
        expect(state === 'reached').toBe(share === 1);
        expect(state === 'no_target').toBe(share === null);
      }),
    );
  });

  it('the order of the materials does not count', () => {
    fc.assert(
      fc.property(fc.array(figures), (cells) => {
        expect(coverUnit([...cells].reverse())).toEqual(coverUnit(cells));
      }),
    );
  });

  it('more deliveries never lower the share', () => {
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1 }), fc.nat(100), (cells, more) => {
        const first = { ...cells[0]!, delivered: cells[0]!.delivered + more };
        const [before, after] = [coverUnit(cells), coverUnit([first, ...cells.slice(1)])];
        expect(after.share ?? 0).toBeGreaterThanOrEqual(before.share ?? 0);
      }),
    );
  });
});

describe('the outlook', () => {
  const unreached = { planned: 0, inTransit: 0, refusedPending: 0, silent: 0 };
  it.each([
    ['nothing', unreached],
    ['planned', { ...unreached, planned: 5 }],
    ['in_transit', { ...unreached, planned: 5, inTransit: 5 }],
    ['silent', { ...unreached, planned: 5, inTransit: 5, silent: 2 }],
    ['nothing', { ...unreached, inTransit: 5, refusedPending: 5 }],
    ['planned', { ...unreached, planned: 1, inTransit: 5, refusedPending: 5 }],
    ['in_transit', { ...unreached, inTransit: 5, refusedPending: 4 }],
  ] as const)('of an unreached place is %s', (outlook, facts) => {
    expect(outlookOf('not_reached', facts)).toBe(outlook);
  });

  it('belongs to unreached places alone', () => {
    fc.assert(
      fc.property(fc.array(figures), (cells) => {
        const { state, outlook } = coverUnit(cells);
        expect(outlook !== null).toBe(state === 'not_reached');
      }),
    );
  });
});

describe('the need', () => {
  it.each([
    [{ target: 100, delivered: 0, inTransit: 0, refusedPending: 0, planned: 0 }, 100],
    [{ target: 100, delivered: 20, inTransit: 30, refusedPending: 0, planned: 10 }, 40],
    [{ target: 100, delivered: 20, inTransit: 30, refusedPending: 30, planned: 10 }, 70],
    [{ target: 100, delivered: 120, inTransit: 0, refusedPending: 0, planned: 0 }, 0],
  ])('of %j is %i', (facts, need) => {
    expect(needOf(facts)).toBe(need);
  });
});

describe('an area', () => {
  it.each<[string, Figures[][], CoverageState, number]>([
    ['every unit with a target reached', [[cell(5, 5)], [cell(0, 0)]], 'reached', 0.5],
    ['nothing delivered in any', [[cell(5, 0)], [cell(5, 0)]], 'not_reached', 0],
    ['one of two reached', [[cell(5, 5)], [cell(5, 0)]], 'partly_reached', 0.5],
    ['no unit with a target', [[cell(0, 5)], []], 'no_target', 0],
  ])('with %s', (_, cells, state, municipalitiesReachedShare) => {
    const area = coverArea(cells.map((each) => ({ ...coverUnit(each), population: 1000 })));
    expect(area).toMatchObject({ state, municipalitiesReachedShare });
    expect(area.populationReachedShare).toBe(municipalitiesReachedShare);
  });

  it('adds up to the same whichever way its units are grouped', () => {
    fc.assert(
      fc.property(units, fc.nat(11), (all, cut) => {
        const parts = [all.slice(0, cut), all.slice(cut)].map((part) => coverArea(part));
        const whole = coverArea(all);
        const together = coverArea(parts);
        for (const key of [
          'target',
          'delivered',
          'planned',
          'inTransit',
          'met',
          'share',
        ] as const) {
          expect(together[key]).toEqual(whole[key]);
        }
        expect([together.firstDeliveredAt, together.lastDeliveredAt]).toEqual([
          whole.firstDeliveredAt,
          whole.lastDeliveredAt,
        ]);
        expect(together.population).toBe(whole.population);
      }),
    );
  });

  it('counts every unit and inhabitant once, under one state', () => {
    fc.assert(
      fc.property(units, (all) => {
        const counts = countByState(all, () => 1);
        const people = countByState(all, ({ population }) => population);
        expect(counts.total).toBe(all.length);
        expect(counts.reached + counts.partlyReached + counts.notReached + counts.noTarget).toBe(
          all.length,
        );
        expect(people.total).toBe(coverArea(all).population);
        expect(coverArea(all).municipalitiesReachedShare).toBe(counts.reached / counts.total);
      }),
    );
  });
});

describe('figures', () => {
  it('add up in any order and grouping', () => {
    fc.assert(
      fc.property(figures, figures, figures, (a, b, c) => {
        expect(addFigures(a, b)).toEqual(addFigures(b, a));
        expect(addFigures(addFigures(a, b), c)).toEqual(addFigures(a, addFigures(b, c)));
        expect(addFigures(a, NO_FIGURES)).toEqual(a);
      }),
    );
  });
});
