import fc from 'fast-check';
import { addDays, addTime, endOfDay } from '../time.js';
import { buildTimeline, listWeeks, mondayOf, nameWeek, type WeekEntry } from './timeline.js';

describe('ISO weeks', () => {
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
  ])('%s lies in %s', (day, week) => {
    expect(nameWeek(mondayOf(day))).toBe(week);
  });

  it('list every week of a span once', () => {
    expect(listWeeks('2026-02-25', '2026-03-09')).toEqual([
      '2026-02-23',
      '2026-03-02',
      '2026-03-09',
    ]);
  });
});

const entry = (facts: Partial<WeekEntry>): WeekEntry => ({
  week: '2026-03-02',
  municipalityCode: '70017',
  materialId: 'leaflet',
  lotWithdrawnAt: null,
  dispatched: 0,
  delivered: 0,
  damaged: 0,
  lost: 0,
  ...facts,
});
const facts = {
  municipalityCodes: ['70017', '70025'],
  targets: [{ municipalityCode: '70017', materialId: 'leaflet', quantity: 10 }],
  firstDay: '2026-03-02',
  lastDay: '2026-03-22',
  now: '2026-04-01T00:00:00.000Z',
};

describe('the timeline', () => {
  it('shows each week and how far the campaign had come at its end', () => {
    const weeks = buildTimeline({
      ...facts,
      entries: [
        entry({ dispatched: 12 }),
        entry({ delivered: 4 }),
        entry({ week: '2026-03-16', delivered: 8 }),
      ],
    });
    expect(
      weeks.map(({ week, delivered, deliveredTotal, share }) => [
        week,
        delivered,
        deliveredTotal,
        share,
      ]),
    ).toEqual([
      ['2026-W10', 4, 4, 0.4],
      ['2026-W11', 0, 4, 0.4],
      ['2026-W12', 8, 12, 1],
    ]);
    expect(weeks[0]).toMatchObject({
      dispatched: 12,
      municipalities: { total: 2, reached: 0, partlyReached: 1, notReached: 0, noTarget: 1 },
    });
  });

  it('counts a withdrawn lot up to the week in which it was withdrawn', () => {
    const lotWithdrawnAt = '2026-03-10T09:00:00.000Z';
    const weeks = buildTimeline({
      ...facts,
      entries: [
        entry({ delivered: 10, lotWithdrawnAt }),
        entry({ week: '2026-03-16', delivered: 3, lotWithdrawnAt }),
      ],
    });
    expect(
      weeks.map((week) => [week.deliveredTotal, week.withdrawnTotal, week.municipalities.reached]),
    ).toEqual([
      [10, 0, 1],
      [0, 10, 0],
      [0, 13, 0],
    ]);
  });

  it('ends with everything that was delivered, withdrawn or not', () => {
    const entries = fc.array(
      fc
        .record({
          week: fc.nat(5),
          delivered: fc.nat(50),
          withdrawn: fc.option(fc.nat(60), { nil: null }),
          municipalityCode: fc.constantFrom('70017', '70025'),
        })
        .map(({ week, withdrawn, ...rest }) =>
          entry({
            ...rest,
            week: addDays('2026-03-02', 7 * week),
            lotWithdrawnAt:
              withdrawn === null
                ? null
                : addTime(endOfDay(addDays('2026-03-02', withdrawn)), -5000),
          }),
        ),
    );
    fc.assert(
      fc.property(entries, (all) => {
        const weeks = buildTimeline({
          ...facts,
          lastDay: '2026-04-12',
          now: '2026-05-20T00:00:00.000Z',
          entries: all,
        });
        const last = weeks.at(-1)!;
        const sum = all.reduce((total, { delivered }) => total + delivered, 0);
        expect(last.deliveredTotal + last.withdrawnTotal).toBe(sum);
        for (const week of weeks) expect(week.municipalities.total).toBe(2);
      }),
    );
  });
});
