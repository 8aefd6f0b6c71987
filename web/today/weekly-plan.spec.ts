import fc from 'fast-check';
import { addDays } from '../../src/time.js';
import { countPlannedBy, planWeeks } from './weekly-plan.js';

const campaign = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
  .map(([start, length]) => {
    const startsOn = addDays('2026-01-01', start);
    return { startsOn, endsOn: addDays(startsOn, length) };
  });

describe('the plan, week by week', () => {
  it('adds up to the target, and is never below zero', () => {
    fc.assert(
      fc.property(campaign, fc.nat(1_000_000), (span, target) => {
        const weeks = planWeeks(span, target, []);
        expect(weeks.reduce((sum, { plan }) => sum + plan, 0)).toBe(target);
        expect(weeks.every(({ plan }) => plan >= 0)).toBe(true);
        expect(weeks.at(-1)!.planTotal).toBe(target);
      }),
    );
  });

  it('gives a week that the campaign has half of half as much', () => {
    // From a Thursday to the Sunday of the next week: 4 and 7 days.
    const weeks = planWeeks({ startsOn: '2026-11-05', endsOn: '2026-11-15' }, 1100, []);
    expect(weeks.map(({ startsOn, plan }) => [startsOn, plan])).toEqual([
      ['2026-11-02', 400],
      ['2026-11-09', 700],
    ]);
  });

  it('keeps weeks before the start and after the end, without a plan', () => {
    const delivered = { dispatched: 9, delivered: 5, deliveredTotal: 5 };
    const weeks = planWeeks({ startsOn: '2026-11-09', endsOn: '2026-11-15' }, 70, [
      { startsOn: '2026-11-02', ...delivered },
      { startsOn: '2026-11-16', ...delivered },
    ]);
    expect(weeks.map(({ plan, delivered }) => [plan, delivered])).toEqual([
      [0, 5],
      [70, null],
      [0, 5],
    ]);
  });

  it.each([
    ['2026-11-08', 0],
    ['2026-11-09', 10],
    ['2026-11-15', 70],
    ['2026-12-31', 70],
  ])('until %s would have brought %d of 70 in a week', (day, pieces) => {
    expect(countPlannedBy({ startsOn: '2026-11-09', endsOn: '2026-11-15' }, 70, day)).toBe(pieces);
  });
});
