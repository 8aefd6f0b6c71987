import type { Closure } from '../places/closure.js';
import { isSilent } from './silence.js';

const expectedAt = '2026-03-06T12:00:00.000Z';
const point = { municipalityCode: '70017', pointKind: 'school', tags: ['secondary'] } as const;
const snow: Closure = {
  id: 'snow',
  startsOn: '2026-03-06',
  endsOn: '2026-03-07',
  reason: 'Snow',
  pointKind: null,
  tag: null,
  municipalityCodes: ['70017'],
};
const elsewhere: Closure = { ...snow, municipalityCodes: ['70025'] };

describe('a consignment', () => {
  it.each<[string, string, Closure[], boolean, boolean]>([
    ['at its expected arrival is not silent', expectedAt, [], false, false],
    ['a moment later is silent', '2026-03-06T12:00:00.001Z', [], false, true],
    ['with a word is not', '2026-04-01T00:00:00.000Z', [], true, false],
    ['is not silent while its point is closed', '2026-03-07T12:00:00.000Z', [snow], false, false],
    ['is silent while others are closed', '2026-03-07T12:00:00.000Z', [elsewhere], false, true],
    ['is silent from the first open day', '2026-03-08T12:00:00.000Z', [snow], false, true],
  ])('%s', (_, at, closures, hasWord, silent) => {
    expect(isSilent({ expectedAt, hasWord, point }, at, closures)).toBe(silent);
  });

  it('without an expected arrival is never silent', () => {
    const consignment = { expectedAt: null, hasWord: false, point };
    expect(isSilent(consignment, '2030-01-01T00:00:00.000Z', [])).toBe(false);
  });
});
