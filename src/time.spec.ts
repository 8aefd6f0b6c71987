import fc from 'fast-check';
import { Problem } from './problem.js';
import {
  addDays,
  addTime,
  dayOf,
  daysBetween,
  endOfDay,
  instantAtWallClock,
  isDay,
  parseInstant,
  parseMoment,
  startOfDay,
  takeOccurredAt,
  wallClockOf,
} from './time.js';

const anyDay = fc.integer({ min: 0, max: 365 * 40 }).map((offset) => addDays('2000-01-02', offset));

describe('the wall clock in Belgrade', () => {
  it.each([
    ['in winter', '2026-01-15T12:00', '2026-01-15T11:00:00.000Z'],
    ['in summer', '2026-07-15T12:00', '2026-07-15T10:00:00.000Z'],
    [
      'in the hour that is skipped, the first moment after',
      '2026-03-29T02:30',
      '2026-03-29T01:00:00.000Z',
    ],
    ['just before the skip', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['just after the skip', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['in the hour that comes twice, the first', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['after the second of them', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s', (_, local, instant) => {
    expect(instantAtWallClock(local)).toBe(instant);
  });

  it('reads back what it wrote, for every hour that exists', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 4, max: 23 }), (day, hour) => {
        const local = `${day}T${String(hour).padStart(2, '0')}:00:00`;
        expect(wallClockOf(instantAtWallClock(local))).toBe(local);
      }),
    );
  });
});

describe('a day', () => {
  it('starts right after the day before ended', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(addTime(endOfDay(addDays(day, -1)), 1)).toBe(startOfDay(day));
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(endOfDay(day))).toBe(day);
      }),
    );
  });

  it('is what the clock on the wall says, at every instant, also when asked again', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2045-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        const instant = date.toISOString();
        const day = wallClockOf(instant).slice(0, 10);
        expect([dayOf(instant), dayOf(instant)]).toEqual([day, day]);
      }),
    );
  });

  it('counts days without regard to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00'])(
    'is not %s',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('an instant', () => {
  it('is normalised to UTC with milliseconds', () => {
    expect(parseInstant('2026-03-01T10:00:00+01:00')).toBe('2026-03-01T09:00:00.000Z');
    expect(parseInstant('2026-03-01T10:00Z')).toBe('2026-03-01T10:00:00.000Z');
  });

  it.each(['2026-03-01T10:00:00', '2026-02-30T10:00:00Z', '2026-03-01T25:00:00Z', 'now', ''])(
    'is not "%s"',
    (text) => expect(parseInstant(text)).toBeUndefined(),
  );

  it('is the end of the day in Belgrade where only a date is given', () => {
    expect(parseMoment('2026-07-01')).toBe('2026-07-01T21:59:59.999Z');
  });
});

describe('when something happened', () => {
  const now = '2026-03-01T09:00:00.000Z';
  it.each([
    ['the past is kept', '2026-02-01T09:00:00.000Z', '2026-02-01T09:00:00.000Z'],
    ['five minutes ahead is now', '2026-03-01T09:05:00.000Z', now],
  ])('%s', (_, told, taken) => expect(takeOccurredAt(told, now)).toBe(taken));

  it.each(['2026-03-01T09:05:00.001Z', '1999-12-31T23:59:59.999Z'])('%s is refused', (told) =>
    expect(() => takeOccurredAt(told, now)).toThrow(Problem),
  );
});
