import { timeOf } from './campaign-time.js';

const campaign = { startsOn: '2026-03-01', endsOn: '2026-03-10' };

describe('the time of a campaign', () => {
  it.each([
    ['2026-02-27', { phase: 'before', daysToStart: 2 }],
    ['2026-03-01', { phase: 'during', daysLeft: 9, share: 0.1 }],
    ['2026-03-05', { phase: 'during', daysLeft: 5, share: 0.5 }],
    ['2026-03-10', { phase: 'during', daysLeft: 0, share: 1 }],
    ['2026-03-11', { phase: 'after', daysSince: 1 }],
  ])('on %s is %j', (today, time) => {
    expect(timeOf(campaign, today)).toEqual(time);
  });

  it('of one day is over in the evening, not in the morning', () => {
    const one = { startsOn: '2026-03-01', endsOn: '2026-03-01' };
    expect(timeOf(one, '2026-03-01')).toEqual({ phase: 'during', daysLeft: 0, share: 1 });
  });
});
