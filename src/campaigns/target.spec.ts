import { at, compute, OTHER_GROUP, place, point, rule } from '../../test/support/targets.js';
import { explainTarget } from './target-explanation.js';
import type { TargetRule } from './target-rule.js';
import type { TargetPoint } from './target.js';

const SCHOOLS = [
  point('school', { tags: ['primary'], audience: 600 }),
  point('school', { tags: ['primary'], audience: 301 }),
  point('school', { tags: ['secondary'], audience: 450 }),
  point('police'),
  point('school', { municipalityCode: '70017', tags: ['primary'], audience: 999 }),
];
const perThousand = rule('per_1000_inhabitants', 5);
const perSchool = rule('per_delivery_point', 10, { pointKind: 'school' });

describe('a target', () => {
  it.each<[string, TargetRule[], number, 'rule' | 'none', string]>([
    ['without a rule is 0', [], 0, 'none', 'no rule applies'],
    [
      'per 1,000 is rounded up',
      [perThousand],
      216,
      'rule',
      '43,098 inhabitants × 5 per 1,000 = 216',
    ],
    [
      'is raised to the minimum',
      [perThousand, rule('minimum', 300)],
      300,
      'rule',
      '43,098 inhabitants × 5 per 1,000 = 216; raised to the minimum of 300',
    ],
    [
      'above the minimum stays',
      [perThousand, rule('minimum', 200)],
      216,
      'rule',
      '43,098 inhabitants × 5 per 1,000 = 216',
    ],
    ['is the minimum alone', [rule('minimum', 40)], 40, 'rule', 'minimum of 40'],
    [
      'of half a piece is a piece',
      [rule('minimum', 0.5)],
      1,
      'rule',
      'minimum of 0.5, rounded up to 1',
    ],
    [
      'is the fixed figure alone',
      [perThousand, rule('minimum', 300), rule('fixed', 12)],
      12,
      'rule',
      'fixed at 12',
    ],
    ['may be fixed at nothing', [perThousand, rule('fixed', 0)], 0, 'rule', 'fixed at 0'],
    ['counts points of a kind', [perSchool], 30, 'rule', '3 schools × 10 = 30'],
    [
      'counts points of a kind and tag',
      [rule('per_delivery_point', 7.5, { pointKind: 'school', tag: 'secondary' })],
      8,
      'rule',
      '1 school tagged "secondary" × 7.5 = 8',
    ],
    [
      'counts points of a tag alone',
      [rule('per_delivery_point', 1, { tag: 'primary' })],
      2,
      'rule',
      '2 delivery points tagged "primary" × 1 = 2',
    ],
    ['counts all points', [rule('per_delivery_point', 2)], 8, 'rule', '4 delivery points × 2 = 8'],
    [
      'adds up, choice by choice of points',
      [perThousand, perSchool, rule('per_delivery_point', 20, { pointKind: 'police' })],
      266,
      'rule',
      '43,098 inhabitants × 5 per 1,000 + 1 police station × 20 + 3 schools × 10 = 266',
    ],
    [
      'counts the people that points serve',
      [rule('per_100_audience', 2.5, { pointKind: 'school' })],
      34,
      'rule',
      '1,351 people served by schools × 2.5 per 100 = 34',
    ],
    [
      'is rounded once, not part by part',
      [rule('per_delivery_point', 0.1), rule('per_100_audience', 0.044, { tag: 'primary' })],
      1,
      'rule',
      '4 delivery points × 0.1 + 901 people served by delivery points tagged "primary" × 0.044 per 100 = 1',
    ],
    [
      'of a rule with nothing to count is 0, yet by rule',
      [rule('per_delivery_point', 10, { pointKind: 'health' })],
      0,
      'rule',
      '0 health centres × 10 = 0',
    ],
    [
      'heeds no rule for elsewhere',
      [rule('fixed', 9, at('district', 'RS110'))],
      0,
      'none',
      'no rule applies',
    ],
  ])('%s', (_, rules, quantity, source, explanation) => {
    const target = compute(rules, { points: SCHOOLS });
    expect(target).toMatchObject({ quantity, source });
    expect(explainTarget(target.workings).en).toBe(explanation);
  });

  it.each<[string, TargetRule[], number]>([
    [
      'the municipality before its group',
      [rule('fixed', 1, at('municipality')), rule('fixed', 2, at('group'))],
      1,
    ],
    [
      'the group before the district',
      [rule('fixed', 3, at('district')), rule('fixed', 2, at('group'))],
      2,
    ],
    [
      'the district before the region',
      [rule('fixed', 3, at('district')), rule('fixed', 4, at('region'))],
      3,
    ],
    ['the region before the country', [rule('fixed', 5), rule('fixed', 4, at('region'))], 4],
    [
      'of two groups the higher value',
      [rule('fixed', 6, at('group')), rule('fixed', 7, at('group', OTHER_GROUP))],
      7,
    ],
    ['each kind for itself', [perThousand, rule('minimum', 400, at('municipality'))], 400],
    [
      'each kind of point for itself',
      [
        perSchool,
        rule('per_delivery_point', 50, { pointKind: 'police' }),
        rule('per_delivery_point', 1, { pointKind: 'school', ...at('region') }),
      ],
      53,
    ],
    [
      'a narrow nothing before a broad something',
      [perThousand, rule('per_1000_inhabitants', 0, at('municipality'))],
      0,
    ],
  ])('the narrowest scope counts: %s', (_, rules, quantity) => {
    expect(compute(rules, { points: SCHOOLS }).quantity).toBe(quantity);
    expect(compute(rules.toReversed(), { points: SCHOOLS }).quantity).toBe(quantity);
  });

  it('is what somebody set by hand, and says why and what the rules give', () => {
    const target = compute([perThousand], {
      override: { quantity: 1_400, reason: 'a fair in May' },
    });
    expect(target).toMatchObject({ quantity: 1_400, source: 'override' });
    expect(explainTarget(target.workings)).toEqual({
      en: 'set by hand to 1,400, "a fair in May" (otherwise: 43,098 inhabitants × 5 per 1,000 = 216)',
      sr: 'ručno postavljeno na 1.400, „a fair in May“ (inače: 43.098 stanovnika × 5 na 1.000 = 216)',
    });
  });

  it('of a broadcast material comes from fixed and minimum rules only', () => {
    const materialKind = 'broadcast';
    expect(compute([perThousand], { materialKind })).toMatchObject({ quantity: 0, source: 'none' });
    expect(compute([perThousand, rule('minimum', 20)], { materialKind }).quantity).toBe(20);
  });

  it('names an unverified population and the scope of its rule', () => {
    const group = {
      en: 'place group "Hungarian in official use"',
      sr: 'grupa „mađarski u službenoj upotrebi“',
    };
    const target = compute(
      [rule('per_1000_inhabitants', 2.25, { ...at('group'), scopeName: group })],
      {
        place: { ...place, population: 31_421, populationUnverified: true },
      },
    );
    expect(explainTarget(target.workings)).toEqual({
      en: '31,421 inhabitants (unverified figure) × 2.25 per 1,000 (place group "Hungarian in official use") = 71',
      sr: '31.421 stanovnik (neproveren podatak) × 2,25 na 1.000 (grupa „mađarski u službenoj upotrebi“) = 71',
    });
  });
});

describe('what shelters add', () => {
  const everyPoint = rule('per_delivery_point', 2);
  const shelterElsewhere = point('shelter', { municipalityCode: '70017' });

  it.each<[string, TargetRule[], TargetPoint[], number, string]>([
    [
      'is in the sum',
      [everyPoint],
      [...SCHOOLS, point('shelter')],
      10,
      'pieces for delivery points = 10',
    ],
    [
      'shows by no difference elsewhere',
      [everyPoint],
      [...SCHOOLS, shelterElsewhere],
      8,
      'pieces for delivery points = 8',
    ],
    [
      'hides no other kind of point',
      [perSchool, rule('per_delivery_point', 5, { pointKind: 'shelter' })],
      [...SCHOOLS, point('shelter')],
      35,
      '3 schools × 10 + pieces for delivery points = 35',
    ],
    [
      'is not told where a minimum counts',
      [everyPoint, rule('minimum', 300)],
      [...SCHOOLS, point('shelter')],
      300,
      'pieces for delivery points; raised to the minimum of 300',
    ],
    [
      'goes for every confidential point',
      [perSchool],
      [...SCHOOLS, point('school', { confidential: true })],
      40,
      'pieces for delivery points = 40',
    ],
  ])('%s', (_, rules, points, quantity, explanation) => {
    const target = compute(rules, { points });
    expect(target.quantity).toBe(quantity);
    expect(explainTarget(target.workings).en).toBe(explanation);
  });

  it('is not told beside an override either', () => {
    const target = compute([everyPoint], {
      points: [point('shelter')],
      override: { quantity: 5, reason: 'agreed' },
    });
    expect(explainTarget(target.workings).en).toBe('set by hand to 5, "agreed"');
  });
});
