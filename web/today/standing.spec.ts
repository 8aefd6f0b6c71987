import fc from 'fast-check';
import {
  countByState,
  coverArea,
  coverUnit,
  type Figures,
  NO_FIGURES,
} from '../../src/coverage/coverage.js';
import {
  countLacking,
  countStandings,
  rankNeed,
  STANDINGS,
  standingOf,
  sumRows,
} from './standing.js';

const pieces = fc.nat(5_000);
const cell: fc.Arbitrary<Figures> = fc.record({
  ...Object.fromEntries(
    Object.entries(NO_FIGURES).map(([key, value]) => [key, fc.constant(value)]),
  ),
  target: fc.oneof(fc.constant(0), pieces),
  delivered: fc.oneof(fc.constant(0), pieces),
  planned: fc.nat(3),
  inTransit: fc.nat(3),
  silent: fc.nat(1),
  lost: fc.nat(3),
}) as fc.Arbitrary<Figures>;

/** A municipality with up to three materials, judged as the service judges it. */
const unit = fc
  .tuple(fc.array(cell, { maxLength: 3 }), fc.integer({ min: 1, max: 400_000 }))
  .map(([cells, population]) => ({ ...coverUnit(cells), population }));
const units = fc.array(unit, { maxLength: 30 });

describe('the sums under map and table', () => {
  it('are those of the service’s summary for the same municipalities', () => {
    fc.assert(
      fc.property(units, (rows) => {
        const area = coverArea(rows);
        expect(sumRows(rows)).toEqual({
          municipalities: countByState(rows, () => 1),
          population: countByState(rows, ({ population }) => population),
          target: area.target,
          delivered: area.delivered,
          inTransit: area.inTransit,
          lost: area.lost,
          lacking: area.target - area.met,
          share: area.share,
        });
      }),
    );
  });
});

describe('where municipalities stand', () => {
  it('counts each exactly once, and agrees with the states', () => {
    fc.assert(
      fc.property(units, (rows) => {
        const standings = countStandings(rows);
        const { municipalities } = sumRows(rows);
        expect(Object.values(standings).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        expect(standings.reached).toBe(municipalities.reached);
        expect(standings.partly).toBe(municipalities.partlyReached);
        expect(standings.noTarget).toBe(municipalities.noTarget);
        const { nothing, silent, planned, inTransit } = standings;
        expect(nothing + silent + planned + inTransit).toBe(municipalities.notReached);
      }),
    );
  });

  it('puts first who needs a hand first, whatever anyone lacks', () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const apart = STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b));
        const byNeed = rankNeed(a) - rankNeed(b);
        if (apart === 0) expect(byNeed).toBe(countLacking(b) - countLacking(a));
        else expect(Math.sign(byNeed)).toBe(Math.sign(apart));
      }),
    );
  });

  it.each([
    ['reached', null, 'reached'],
    ['partly_reached', null, 'partly'],
    ['not_reached', 'silent', 'silent'],
    ['not_reached', 'in_transit', 'inTransit'],
    ['not_reached', 'planned', 'planned'],
    ['not_reached', 'nothing', 'nothing'],
    ['no_target', null, 'noTarget'],
    [null, null, 'noTarget'],
  ] as const)('says of %s, %s: %s', (state, outlook, standing) => {
    expect(standingOf({ state, outlook })).toBe(standing);
  });
});
