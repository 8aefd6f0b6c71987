import fc from 'fast-check';
import { addDays } from '../time.js';
import type { Closure } from './closure.js';
import { concerns, countOpenDays } from './closure.js';

const closure = (fields: Partial<Closure>): Closure => ({
  id: 'c',
  startsOn: '2026-01-01',
  endsOn: '2026-01-10',
  reason: 'winter break',
  pointKind: null,
  tag: null,
  municipalityCodes: null,
  ...fields,
});

describe('a closure', () => {
  const school = { municipalityCode: '70017', pointKind: 'school', tags: ['secondary'] } as const;
  it.each<[string, Partial<Closure>, boolean]>([
    ['concerns everybody where it names nothing', {}, true],
    ['concerns its kind of point', { pointKind: 'school' }, true],
    ['does not concern another kind', { pointKind: 'police' }, false],
    ['concerns its tag', { tag: 'secondary' }, true],
    ['does not concern another tag', { tag: 'primary' }, false],
    ['concerns its municipalities', { municipalityCodes: ['70017', '70025'] }, true],
    ['does not concern others', { municipalityCodes: ['70025'] }, false],
    ['concerns nobody where it names no municipality in a list', { municipalityCodes: [] }, false],
  ])('%s', (_, fields, expected) => expect(concerns(closure(fields), school)).toBe(expected));

  it('of one kind of point does not close the municipality', () => {
    expect(concerns(closure({ pointKind: 'school' }), { municipalityCode: '70017' })).toBe(false);
  });
});

describe('open days', () => {
  const subject = { municipalityCode: '70017' };
  it.each([
    ['all, without closures', [], '2026-01-01', '2026-01-11', 10],
    ['none of the closed', [closure({})], '2026-01-01', '2026-01-11', 1],
    ['the one before too', [closure({})], '2025-12-30', '2026-01-10', 1],
    [
      'each once where closures overlap',
      [closure({}), closure({ startsOn: '2026-01-05', endsOn: '2026-01-12' })],
      '2025-12-31',
      '2026-01-13',
      1,
    ],
    ['none backwards', [], '2026-01-11', '2026-01-01', 0],
  ])('count %s', (_, closures, from, to, days) => {
    expect(countOpenDays(closures, subject, from, to)).toBe(days);
  });

  it('agree with counting day by day', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((offset) => addDays('2026-01-01', offset));
    const spans = fc.array(
      fc
        .tuple(day, day)
        .map(([a, b]) => closure({ startsOn: a < b ? a : b, endsOn: a < b ? b : a })),
    );
    fc.assert(
      fc.property(spans, day, day, (closures, from, to) => {
        let open = 0;
        for (let each = addDays(from, 1); each <= to; each = addDays(each, 1)) {
          if (!closures.some((span) => span.startsOn <= each && each <= span.endsOn)) open += 1;
        }
        expect(countOpenDays(closures, subject, from, to)).toBe(open);
      }),
    );
  });
});
