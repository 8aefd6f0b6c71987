import type { PointKind } from '../../src/places/point-kind.js';
import type { ScopeLevel, TargetRule, TargetRuleKind } from '../../src/campaigns/target-rule.js';
import { computeTarget, drawLines, tallyPoints } from '../../src/campaigns/target.js';
import type {
  ComputedTarget,
  Override,
  TargetPlace,
  TargetPoint,
} from '../../src/campaigns/target.js';

/** One municipality, and rules and points for it, from which tests of targets are built. */
export const GROUP = 'group-a';
export const OTHER_GROUP = 'group-b';
export const SCOPE_KEYS: Record<ScopeLevel, string> = {
  municipality: '70432',
  group: GROUP,
  district: 'RS226',
  region: 'RS22',
  country: '',
};

export const place: TargetPlace = {
  code: '70432',
  districtCode: 'RS226',
  regionCode: 'RS22',
  groupIds: new Set([GROUP, OTHER_GROUP]),
  population: 43_098,
  populationUnverified: false,
};

let serial = 0;
export function rule(
  kind: TargetRuleKind,
  value: number,
  more: Partial<TargetRule> = {},
): TargetRule {
  serial += 1;
  return {
    id: `rule-${String(serial).padStart(6, '0')}`,
    materialId: 'leaflet',
    kind,
    valueThousandths: Math.round(value * 1000),
    pointKind: null,
    tag: null,
    scope: { level: 'country', key: '' },
    ...more,
  };
}

export function at(level: ScopeLevel, key = SCOPE_KEYS[level]): Partial<TargetRule> {
  return { scope: { level, key } };
}

export function point(kind: PointKind, more: Partial<TargetPoint> = {}): TargetPoint {
  return {
    municipalityCode: place.code,
    kind,
    tags: [],
    audience: null,
    confidential: false,
    ...more,
  };
}

export function compute(
  rules: readonly TargetRule[],
  more: {
    points?: readonly TargetPoint[];
    place?: TargetPlace;
    override?: Override;
    materialKind?: 'print' | 'outdoor' | 'broadcast';
  } = {},
): ComputedTarget {
  const tallies = tallyPoints(more.points ?? [], rules);
  const lines = drawLines(more.materialKind ?? 'print', rules, tallies);
  return computeTarget(more.place ?? place, lines, more.override);
}
