import fc from 'fast-check';
import { addTime } from '../time.js';
import { Throttle } from './throttle.js';

const NOW = '2026-03-01T09:00:00.000Z';
const MINUTE_MS = 60_000;

function make(limit: number, maximumKeys = 1000): Throttle {
  return new Throttle({ limit, windowMs: MINUTE_MS, maximumKeys });
}

describe('a throttle', () => {
  it('lets through as many as its limit, then says how long to wait', () => {
    const throttle = make(2);
    expect(throttle.take('a', NOW)).toBeUndefined();
    expect(throttle.take('a', addTime(NOW, 10_000))).toBeUndefined();
    expect(throttle.take('a', addTime(NOW, 20_500))).toBe(40);
  });

  it('opens again when the window has ended', () => {
    const throttle = make(1);
    throttle.take('a', NOW);
    expect(throttle.take('a', addTime(NOW, MINUTE_MS - 1))).toBe(1);
    expect(throttle.take('a', addTime(NOW, MINUTE_MS))).toBeUndefined();
  });

  it('counts each key alone, and nothing of one that it was told to forget', () => {
    const throttle = make(1);
    throttle.take('a', NOW);
    expect(throttle.take('b', NOW)).toBeUndefined();
    throttle.forget('a');
    expect(throttle.take('a', NOW)).toBeUndefined();
  });

  it('never holds more keys than its bound, nor lets more through in a window than its limit', () => {
    const tries = fc.array(
      fc.record({ key: fc.nat({ max: 3 }), pauseMs: fc.nat({ max: 30_000 }) }),
      { maxLength: 100 },
    );
    fc.assert(
      fc.property(tries, (all) => {
        const throttle = make(3, 4);
        const passed: { key: number; at: number }[] = [];
        let elapsedMs = 0;
        for (const { key, pauseMs } of all) {
          elapsedMs += pauseMs;
          if (throttle.take(String(key), addTime(NOW, elapsedMs)) === undefined) {
            passed.push({ key, at: elapsedMs });
          }
          expect(throttle.keys).toBeLessThanOrEqual(4);
        }
        // Two windows that touch: at most twice the limit within any stretch of one window's length.
        for (const { key, at } of passed) {
          const near = passed.filter(
            (each) => each.key === key && each.at >= at && each.at < at + MINUTE_MS,
          );
          expect(near.length).toBeLessThanOrEqual(6);
        }
      }),
    );
  });

  it('lets the oldest key go when a new one needs its place', () => {
    const throttle = make(1, 2);
    for (const key of ['a', 'b', 'c']) throttle.take(key, NOW);
    expect(throttle.keys).toBe(2);
    expect(throttle.take('c', NOW)).toBeDefined();
    expect(throttle.take('a', NOW)).toBeUndefined();
  });
});
