import fc from 'fast-check';
import { Problem } from '../../problem.js';
import { addDays, addTime, startOfDay, wallClockOf } from '../../time.js';
import { parseCron } from './cron.js';
import { listDue, nextDue } from './due-times.js';

const MINUTE_MS = 60_000;

function dueOn(expression: string, day: string): string[] {
  return listDue(parseCron(expression), {
    after: addTime(startOfDay(day), -1),
    until: addTime(startOfDay(addDays(day, 1)), -1),
    atMost: 1000,
  }).map((due) => `${due.local.slice(11, 16)} ${due.at.slice(11, 16)}`);
}

describe('a cron expression', () => {
  it.each([
    ['0 3 * * *', '2026-05-04', ['03:00 01:00']],
    ['30 3,15 * * *', '2026-01-04', ['03:30 02:30', '15:30 14:30']],
    ['0 0-23/8 * * *', '2026-01-04', ['00:00 23:00', '08:00 07:00', '16:00 15:00']],
    ['0 20/2 * * *', '2026-01-04', ['20:00 19:00', '22:00 21:00']],
    ['0 9 * * mon-fri', '2026-05-03', []],
    ['0 9 * * 1', '2026-05-04', ['09:00 07:00']],
    ['0 9 * * 7', '2026-05-03', ['09:00 07:00']],
    ['0 9 * * */6', '2026-05-03', ['09:00 07:00']],
    ['0 9 13 * *', '2026-05-04', []],
    ['0 9 13 * mon', '2026-05-04', ['09:00 07:00']],
    ['0 9 * may *', '2026-05-04', ['09:00 07:00']],
    ['0 9 * 6-8 *', '2026-05-04', []],
    ['15 0 9 * * *', '2026-05-04', ['09:00 07:00']],
  ])('%s is due on %s at %j', (expression, day, expected) => {
    expect(dueOn(expression, day)).toEqual(expected);
  });

  it.each(['', '0 3 * *', '0 3 * * * * *', '60 3 * * *', '0 24 * * *', '0 3 0 * *', '0 3 * 13 *'])(
    'is not "%s"',
    (text) => expect(() => parseCron(text)).toThrow(Problem),
  );

  it.each([
    '0 3 * * 8',
    '0 5-3 * * *',
    '*/0 * * * *',
    '0 3 * * foo',
    '@daily',
    '0 3 ? * *',
    '1- * * * *',
  ])('is not "%s" either', (text) => expect(() => parseCron(text)).toThrow(Problem));
});

describe('when summer time begins', () => {
  it('a time that the clock skips is due at the first moment after', () => {
    expect(dueOn('30 2 * * *', '2026-03-29')).toEqual(['02:30 01:00']);
    expect(dueOn('*/30 1-3 * * *', '2026-03-29')).toEqual([
      '01:00 00:00',
      '01:30 00:30',
      '02:00 01:00',
      '02:30 01:00',
      '03:00 01:00',
      '03:30 01:30',
    ]);
  });

  it('of two times due at one moment the second is still due after the first was run', () => {
    const due = listDue(parseCron('0,30 2 * * *'), {
      after: '2026-03-28T12:00:00.000Z',
      afterLocal: '2026-03-29T02:00:00',
      until: '2026-03-29T01:00:00.000Z',
      atMost: 60,
    });
    expect(due).toEqual([{ local: '2026-03-29T02:30:00', at: '2026-03-29T01:00:00.000Z' }]);
  });
});

describe('when summer time ends', () => {
  it('a time that the clock repeats is due once, the first', () => {
    expect(dueOn('30 2 * * *', '2026-10-25')).toEqual(['02:30 00:30']);
    expect(dueOn('*/30 1-3 * * *', '2026-10-25')).toEqual([
      '01:00 23:00',
      '01:30 23:30',
      '02:00 00:00',
      '02:30 00:30',
      '03:00 02:00',
      '03:30 02:30',
    ]);
  });

  it('a time due before the clock was put back is found while the clock repeats the hour', () => {
    const due = listDue(parseCron('45 2 * * *'), {
      after: '2026-10-24T12:00:00.000Z',
      until: '2026-10-25T01:10:00.000Z',
      atMost: 60,
    });
    expect(due).toEqual([{ local: '2026-10-25T02:45:00', at: '2026-10-25T00:45:00.000Z' }]);
  });
});

describe('due times', () => {
  const anyMoment = fc
    .oneof(
      fc
        .integer({ min: 0, max: 40 * 365 * 24 * 60 })
        .map((minutes) => ({ from: '2000-01-02', minutes })),
      fc.integer({ min: 0, max: 3 * 24 * 60 }).map((minutes) => ({ from: '2026-03-28', minutes })),
      fc.integer({ min: 0, max: 3 * 24 * 60 }).map((minutes) => ({ from: '2026-10-24', minutes })),
    )
    .map(({ from, minutes }) => addTime(startOfDay(from), minutes * MINUTE_MS));
  const anyExpression = fc.constantFrom(
    '0 3 * * *',
    '30 2 * * *',
    '0,30 2 * * *',
    '*/15 * * * *',
    '0 */5 * * *',
    '17 1-4 * * sun',
    '0 0 29 2 *',
    '59 23 31 * *',
  );

  it('are the same however the time is cut into windows', () => {
    fc.assert(
      fc.property(
        anyExpression,
        anyMoment,
        fc.nat(600),
        fc.nat(600),
        (text, after, first, second) => {
          const fields = parseCron(text);
          const middle = addTime(after, first * MINUTE_MS);
          const until = addTime(middle, second * MINUTE_MS);
          const whole = listDue(fields, { after, until, atMost: 5000 });
          const head = listDue(fields, { after, until: middle, atMost: 5000 });
          const tail = listDue(fields, { after: middle, until, atMost: 5000 });
          expect([...head, ...tail]).toEqual(whole);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('ascend, each local time once, never before the wall clock shows it', () => {
    fc.assert(
      fc.property(anyExpression, anyMoment, (text, after) => {
        const due = listDue(parseCron(text), {
          after,
          until: addTime(after, 2880 * MINUTE_MS),
          atMost: 5000,
        });
        const sorted = [...due].sort((a, b) => (a.local < b.local ? -1 : 1));
        expect(due).toEqual(sorted);
        expect(new Set(due.map(({ local }) => local)).size).toBe(due.length);
        for (const { local, at } of due) expect(wallClockOf(at) >= local).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are found once on every day, also where the clock changes', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), fc.nat(40 * 365), (hour, minute, offset) => {
        const day = addDays('2000-01-02', offset);
        const fields = parseCron(`${minute} ${hour} * * *`);
        const [start, end] = [startOfDay(day), startOfDay(addDays(day, 1))];
        const due = listDue(fields, {
          after: addTime(start, -1),
          until: addTime(end, -1),
          atMost: 9,
        });
        expect(due).toHaveLength(1);
        expect(nextDue(fields, addTime(start, -1), 1)).toEqual(due);
      }),
      { numRuns: 300 },
    );
  });

  it('are only the latest ones, oldest first, after a long downtime', () => {
    const due = listDue(parseCron('0 3 * * *'), {
      after: '2020-01-01T00:00:00.000Z',
      until: '2026-05-04T12:00:00.000Z',
      atMost: 60,
    });
    expect(due).toHaveLength(60);
    expect(due[0]!.local).toBe('2026-03-06T03:00:00');
    expect(due[59]!.local).toBe('2026-05-04T03:00:00');
  });

  it('never come for a day that no year has', () => {
    expect(nextDue(parseCron('0 0 30 2 *'), '2026-01-01T00:00:00.000Z', 1)).toEqual([]);
    expect(nextDue(parseCron('0 0 29 2 *'), '2026-01-01T00:00:00.000Z', 1)[0]!.local).toBe(
      '2028-02-29T00:00:00',
    );
  });
});
