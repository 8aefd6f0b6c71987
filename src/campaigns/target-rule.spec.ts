import fc from 'fast-check';
import { Problem } from '../problem.js';
import { assertTargetRule, scopeOf, selectorOf, thousandthsOf } from './target-rule.js';
import type { TargetRuleDraft } from './target-rule.js';

const country: TargetRuleDraft = {
  kind: 'per_delivery_point',
  value: 10,
  pointKind: 'school',
  tag: null,
  regionCode: null,
  districtCode: null,
  groupId: null,
  municipalityCode: null,
};

function findPaths(
  draft: Partial<TargetRuleDraft>,
  kind: 'print' | 'broadcast' = 'print',
): string[] {
  try {
    assertTargetRule({ ...country, ...draft }, kind);
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.errors.map(({ path }) => path);
    throw error;
  }
}

describe('a target rule', () => {
  it.each<[string, Partial<TargetRuleDraft>, string[]]>([
    ['for the whole country stands', {}, []],
    ['for one district stands', { districtCode: 'RS226' }, []],
    [
      'with two scopes is refused',
      { regionCode: 'RS22', municipalityCode: '70432' },
      ['regionCode'],
    ],
    [
      'of inhabitants has no kind of point',
      { kind: 'per_1000_inhabitants', tag: 'x' },
      ['pointKind', 'tag'],
    ],
    ['with a fourth decimal is refused', { value: 0.0001 }, ['value']],
    ['below nothing is refused', { value: -1 }, ['value']],
    ['of a huge value is refused', { value: 1e7 }, ['value']],
    ['of no number is refused', { value: Number.NaN }, ['value']],
  ])('%s', (_, draft, paths) => {
    expect(findPaths(draft)).toEqual(paths);
  });

  it.each([
    ['fixed', []],
    ['minimum', []],
    ['per_1000_inhabitants', ['kind']],
    ['per_delivery_point', ['kind']],
    ['per_100_audience', ['kind']],
  ] as const)('of kind %s for a broadcast material: refused at %j', (kind, paths) => {
    expect(findPaths({ kind, pointKind: null }, 'broadcast')).toEqual(paths);
  });

  it('has the scope that it names', () => {
    expect(scopeOf(country)).toEqual({ level: 'country', key: '' });
    expect(scopeOf({ ...country, groupId: 'g' })).toEqual({ level: 'group', key: 'g' });
    expect(scopeOf({ ...country, regionCode: 'RS12' })).toEqual({ level: 'region', key: 'RS12' });
  });

  it('is told apart by its choice of points only where it looks at points', () => {
    const [school, tagged] = [{ ...country }, { ...country, tag: 'primary' }];
    expect(selectorOf(school)).not.toBe(selectorOf(tagged));
    expect(selectorOf({ ...school, kind: 'fixed' })).toBe(selectorOf({ ...tagged, kind: 'fixed' }));
  });

  it('keeps up to three decimals exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (thousandths) => {
        const digits = String(thousandths).padStart(4, '0');
        const value = Number(`${digits.slice(0, -3)}.${digits.slice(-3)}`);
        expect(thousandthsOf(value)).toBe(thousandths);
      }),
    );
    expect(thousandthsOf(1.0005)).toBeUndefined();
  });
});
