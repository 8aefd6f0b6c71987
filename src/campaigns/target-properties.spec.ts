import fc from 'fast-check';
import {
  compute,
  GROUP,
  OTHER_GROUP,
  place,
  rule,
  SCOPE_KEYS,
} from '../../test/support/targets.js';
import { explainTarget } from './target-explanation.js';
import { SCOPE_LEVELS, TARGET_RULE_KINDS } from './target-rule.js';
import type { TargetRule } from './target-rule.js';
import type { TargetPlace, TargetPoint } from './target.js';

const anyPoint = fc.record({
  municipalityCode: fc.constantFrom(place.code, '70017'),
  kind: fc.constantFrom('school', 'police', 'shelter'),
  tags: fc.subarray(['primary', 'secondary']),
  audience: fc.option(fc.integer({ min: 0, max: 5_000 })),
  confidential: fc.constant(false),
});
const anyRule = fc
  .record({
    kind: fc.constantFrom(...TARGET_RULE_KINDS),
    valueThousandths: fc.integer({ min: 0, max: 1_000_000_000 }),
    pointKind: fc.constantFrom(null, 'school', 'police', 'shelter'),
    tag: fc.constantFrom(null, 'primary'),
    level: fc.constantFrom(...SCOPE_LEVELS),
    group: fc.constantFrom(GROUP, OTHER_GROUP),
  })
  .map(({ level, group, ...rest }) => {
    const looksAtPoints = rest.kind === 'per_delivery_point' || rest.kind === 'per_100_audience';
    return rule(rest.kind, 0, {
      ...rest,
      ...(looksAtPoints ? {} : { pointKind: null, tag: null }),
      scope: { level, key: level === 'group' ? group : SCOPE_KEYS[level] },
    });
  });
const anyRules = fc.uniqueArray(anyRule, {
  maxLength: 12,
  selector: (one) => JSON.stringify([one.kind, one.pointKind, one.tag, one.scope]),
});
const anyPlace = fc
  .integer({ min: 0, max: 2_000_000 })
  .map((population) => ({ ...place, population }));

/** The same rule written down a second time, naively, in rational numbers. */
type Ratio = readonly [bigint, bigint];
const add = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d + c * b, b * d];
const exceeds = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d > c * b;

function computeNaively(
  rules: readonly TargetRule[],
  where: TargetPlace,
  points: readonly TargetPoint[],
): bigint {
  const value = (one: TargetRule): Ratio => [BigInt(one.valueThousandths), 1000n];
  const winners = rules.filter((one) =>
    rules.every((other) => {
      const same =
        one.kind === other.kind && one.pointKind === other.pointKind && one.tag === other.tag;
      const [mine, theirs] = [
        SCOPE_LEVELS.indexOf(one.scope.level),
        SCOPE_LEVELS.indexOf(other.scope.level),
      ];
      if (!same || one === other || mine < theirs) return true;
      if (mine > theirs) return false;
      return (
        exceeds(value(one), value(other)) ||
        (one.valueThousandths === other.valueThousandths && one.id < other.id)
      );
    }),
  );
  const fixed = winners.find((one) => one.kind === 'fixed');
  if (fixed !== undefined) return ceil(value(fixed));
  let sum: Ratio = [0n, 1n];
  for (const one of winners) {
    const mine = points.filter(
      (each) =>
        each.municipalityCode === where.code &&
        (one.pointKind ?? each.kind) === each.kind &&
        (one.tag === null || each.tags.includes(one.tag)),
    );
    const [numerator, denominator] = value(one);
    if (one.kind === 'per_1000_inhabitants')
      sum = add(sum, [numerator * BigInt(where.population), denominator * 1000n]);
    for (const each of mine) {
      if (one.kind === 'per_delivery_point') sum = add(sum, [numerator, denominator]);
      if (one.kind === 'per_100_audience')
        sum = add(sum, [numerator * BigInt(each.audience ?? 0), denominator * 100n]);
    }
  }
  const minimum = winners.find((one) => one.kind === 'minimum');
  return ceil(minimum !== undefined && exceeds(value(minimum), sum) ? value(minimum) : sum);
}

function ceil([numerator, denominator]: Ratio): bigint {
  const whole = numerator / denominator;
  return whole * denominator === numerator ? whole : whole + 1n;
}

describe('every target', () => {
  const anyCase = fc.tuple(anyRules, fc.array(anyPoint, { maxLength: 12 }), anyPlace);

  it('is what rational arithmetic gives, a whole number, in whatever order the rules stand', () => {
    fc.assert(
      fc.property(anyCase, ([rules, points, where]) => {
        const { quantity, source } = compute(rules, { points, place: where });
        expect(Number.isSafeInteger(quantity)).toBe(true);
        expect(BigInt(quantity)).toBe(computeNaively(rules, where, points));
        expect(compute(rules.toReversed(), { points, place: where }).quantity).toBe(quantity);
        expect(source).toBe(rules.length > 0 ? 'rule' : 'none');
      }),
      { numRuns: 500 },
    );
  });

  it('never falls when a value, the population or the number of points rises', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.nat(11),
        fc.integer({ min: 1, max: 1_000_000 }),
        anyPoint,
        (one, index, more, extra) => {
          const [rules, points, where] = one;
          const before = compute(rules, { points, place: where }).quantity;
          const raised = rules.map((each, position) =>
            position === index ? { ...each, valueThousandths: each.valueThousandths + more } : each,
          );
          const bigger = { ...where, population: where.population + more };
          expect(compute(raised, { points, place: where }).quantity).toBeGreaterThanOrEqual(before);
          expect(compute(rules, { points, place: bigger }).quantity).toBeGreaterThanOrEqual(before);
          expect(
            compute(rules, { points: [...points, extra], place: where }).quantity,
          ).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it('does not change with what a broader rule of the same kind says', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.integer({ min: 0, max: 1_000_000_000 }),
        ([rules, points, where], value) => {
          const country = rules.map((each) =>
            each.scope.level === 'country' ? { ...each, valueThousandths: value } : each,
          );
          const narrowed = (list: readonly TargetRule[]): TargetRule[] => [
            ...list,
            ...list
              .filter((each) => each.scope.level === 'country')
              .map((each) => ({
                ...each,
                id: `${each.id}-narrow`,
                valueThousandths: 5,
                scope: { level: 'municipality', key: place.code } as const,
              }))
              .filter(
                (each) =>
                  !list.some(
                    (other) =>
                      other.scope.level === 'municipality' &&
                      other.kind === each.kind &&
                      other.pointKind === each.pointKind &&
                      other.tag === each.tag,
                  ),
              ),
          ];
          expect(compute(narrowed(country), { points, place: where }).quantity).toBe(
            compute(narrowed(rules), { points, place: where }).quantity,
          );
        },
      ),
    );
  });

  it('never tells of shelters, whoever reads it', () => {
    fc.assert(
      fc.property(anyCase, ([rules, points, where]) => {
        const target = compute(rules, { points, place: where });
        const { en, sr } = explainTarget(target.workings);
        expect(en).not.toMatch(/shelter/i);
        expect(sr).not.toMatch(/sklon|sigurn/i);
        const sheltered = points.some((each) => each.kind === 'shelter');
        if (sheltered) expect(en).not.toMatch(/delivery points? ×/);
      }),
    );
  });
});
