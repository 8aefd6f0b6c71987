import { isAhead, momentOn } from './booking-day.js';

/** Half past midnight in Belgrade is still yesterday in UTC. */
const NOW = '2026-11-23T23:30:00.000Z';

describe('the day of a booking', () => {
  it.each([
    ['', NOW],
    ['2026-11-24', NOW],
    ['2026-11-23', '2026-11-23T11:00:00.000Z'],
    ['2026-07-01', '2026-07-01T10:00:00.000Z'],
  ])('%s is dated %s', (day, moment) => {
    expect(momentOn(day, NOW)).toBe(moment);
  });

  it('may not lie ahead, by Belgrade’s calendar', () => {
    expect(isAhead('2026-11-24', NOW)).toBe(false);
    expect(isAhead('2026-11-25', NOW)).toBe(true);
  });
});
