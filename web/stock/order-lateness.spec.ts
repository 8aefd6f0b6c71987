import { countDaysLate } from './order-lateness.js';

describe('a print order', () => {
  it.each([
    ['open', '2026-11-20', 4],
    ['open', '2026-11-24', 0],
    ['open', '2026-12-02', 0],
    ['received', '2026-09-25', 0],
    ['closed_short', '2026-09-25', 0],
  ])('that is %s and expected on %s is %d days late', (state, expectedOn, days) => {
    expect(countDaysLate({ state, expectedOn }, '2026-11-24')).toBe(days);
  });
});
