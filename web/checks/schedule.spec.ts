import { readSchedule } from './schedule.js';

describe('a schedule', () => {
  it.each([
    ['0 3 * * *', { kind: 'daily', time: '03:00' }],
    ['30 14 * * *', { kind: 'daily', time: '14:30' }],
    ['0 30 3 * * *', { kind: 'daily', time: '03:30' }],
    ['0 6 * * 1', { kind: 'weekly', time: '06:00', days: [1] }],
    ['0 6 * * 1-5', { kind: 'weekly', time: '06:00', days: [1, 2, 3, 4, 5] }],
    ['0 6 * * 0,6', { kind: 'weekly', time: '06:00', days: [6, 0] }],
    ['0 6 * * 5-7', { kind: 'weekly', time: '06:00', days: [5, 6, 0] }],
    ['15 * * * *', { kind: 'hourly', minute: 15 }],
    ['*/10 * * * *', { kind: 'minutes', every: 10 }],
    ['* * * * *', { kind: 'minutes', every: 1 }],
  ])('is read where it can be said in words: %s', (cron, schedule) => {
    expect(readSchedule(cron)).toEqual(schedule);
  });

  it.each(['0 3 1 * *', '0 3 * 6 *', '0 3,15 * * *', '*/10 * * * * *', '0 3 * * MON', 'x', ''])(
    'stays as it is written otherwise: %s',
    (cron) => {
      expect(readSchedule(cron)).toEqual({ kind: 'other', cron });
    },
  );
});
