import fc from 'fast-check';
import { addTime } from '../time.js';
import { endOfSession, isUseWorthNoting, SESSION_IDLE_MS, SESSION_LONGEST_MS } from './session.js';

const MADE = '2026-03-01T09:00:00.000Z';

describe('a session', () => {
  it('ends 12 hours after its last use', () => {
    expect(endOfSession(MADE, MADE)).toBe('2026-03-01T21:00:00.000Z');
    expect(endOfSession(MADE, '2026-03-02T09:00:00.000Z')).toBe('2026-03-02T21:00:00.000Z');
  });

  it('ends 30 days after the sign-in, however it is used', () => {
    expect(endOfSession(MADE, '2026-03-31T08:59:00.000Z')).toBe('2026-03-31T09:00:00.000Z');
  });

  it('never lives beyond either bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: SESSION_LONGEST_MS }), (afterMs) => {
        const usedAt = addTime(MADE, afterMs);
        const end = endOfSession(MADE, usedAt);
        expect(end <= addTime(MADE, SESSION_LONGEST_MS)).toBe(true);
        expect(end <= addTime(usedAt, SESSION_IDLE_MS)).toBe(true);
      }),
    );
  });

  it('has its use noted every five minutes, and its first at once', () => {
    expect(isUseWorthNoting(null, MADE)).toBe(true);
    expect(isUseWorthNoting(MADE, '2026-03-01T09:04:59.999Z')).toBe(false);
    expect(isUseWorthNoting(MADE, '2026-03-01T09:05:00.000Z')).toBe(true);
  });
});
