import { countDays, groupClosures, timeOf } from './closure-groups.js';

const closure = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });
const TODAY = '2026-12-31';

describe('a closure', () => {
  it.each([
    ['2026-12-01', '2026-12-30', 'past', 30],
    ['2026-12-31', '2026-12-31', 'now', 1],
    ['2026-12-01', '2026-12-31', 'now', 31],
    ['2026-12-31', '2027-01-18', 'now', 19],
    ['2027-01-01', '2027-01-02', 'ahead', 2],
  ])('from %s to %s is %s, %i days long', (startsOn, endsOn, time, days) => {
    expect(timeOf({ startsOn, endsOn }, TODAY)).toBe(time);
    expect(countDays({ startsOn, endsOn })).toBe(days);
  });

  it('is in one group: what comes next first, what was last before it', () => {
    const all = [
      closure('2027-02-15', '2027-02-17'),
      closure('2026-04-01', '2026-04-09'),
      closure('2026-12-31', '2027-01-18'),
      closure('2026-11-09', '2026-11-11'),
      closure('2027-02-01', '2027-02-03'),
    ];
    const groups = groupClosures(all, TODAY);
    expect(groups.now).toEqual([all[2]]);
    expect(groups.ahead).toEqual([all[4], all[0]]);
    expect(groups.past).toEqual([all[3], all[1]]);
  });
});
