/** A target rule as it is filled in, and what of it is sent. */
import type { PointKind } from '../../src/places/point-kind.js';
import {
  countsPoints,
  MAX_RULE_VALUE,
  type ScopeLevel,
  type TargetRuleKind,
  thousandthsOf,
} from '../../src/campaigns/target-rule.js';

export interface RuleForm {
  readonly materialId: string | null;
  readonly kind: TargetRuleKind;
  /** A field of numbers holds text while nothing is in it. */
  readonly value: number | string;
  readonly pointKind: PointKind | null;
  readonly tag: string;
  readonly level: ScopeLevel;
  /** The code or id of the place; null for the country, and while none is chosen. */
  readonly key: string | null;
}

interface Scopes {
  readonly regionCode: string | null;
  readonly districtCode: string | null;
  readonly groupId: string | null;
  readonly municipalityCode: string | null;
}

export interface RuleDraft extends Scopes {
  readonly materialId: string;
  readonly kind: TargetRuleKind;
  readonly value: number;
  readonly pointKind: PointKind | null;
  readonly tag: string | null;
}

const FIELDS = {
  region: 'regionCode',
  district: 'districtCode',
  group: 'groupId',
  municipality: 'municipalityCode',
} as const;

const EVERYWHERE: Scopes = {
  regionCode: null,
  districtCode: null,
  groupId: null,
  municipalityCode: null,
};

/** What would be sent; undefined while something is still to be filled in. Names each part, so that a change takes away too. */
export function draftOf(form: RuleForm): RuleDraft | undefined {
  const { materialId, kind, level, key } = form;
  const value = typeof form.value === 'number' ? form.value : Number.NaN;
  if (materialId === null || !isValue(value)) return undefined;
  if (level !== 'country' && key === null) return undefined;
  const isOfPoints = countsPoints(kind);
  const tag = form.tag.trim();
  return {
    materialId,
    kind,
    value,
    pointKind: isOfPoints ? form.pointKind : null,
    tag: isOfPoints && tag !== '' ? tag : null,
    ...EVERYWHERE,
    ...(level === 'country' ? {} : { [FIELDS[level]]: key }),
  };
}

function isValue(value: number): boolean {
  return value >= 0 && value <= MAX_RULE_VALUE && thousandthsOf(value) !== undefined;
}

/** A rule that there is, to be changed. */
export function formOf(rule: RuleDraft): RuleForm {
  const { materialId, kind, value, pointKind, tag } = rule;
  return { materialId, kind, value, pointKind, tag: tag ?? '', ...placeOf(rule) };
}

/** The one place that a rule is for. */
export function placeOf(rule: Scopes): { level: ScopeLevel; key: string | null } {
  if (rule.municipalityCode !== null) return { level: 'municipality', key: rule.municipalityCode };
  if (rule.groupId !== null) return { level: 'group', key: rule.groupId };
  if (rule.districtCode !== null) return { level: 'district', key: rule.districtCode };
  if (rule.regionCode !== null) return { level: 'region', key: rule.regionCode };
  return { level: 'country', key: null };
}

/** The same rule, to be made again: what undoing its end sends. */
export function copyRule({
  materialId,
  kind,
  value,
  pointKind,
  tag,
  regionCode,
  districtCode,
  groupId,
  municipalityCode,
}: RuleDraft): RuleDraft {
  return {
    materialId,
    kind,
    value,
    pointKind,
    tag,
    regionCode,
    districtCode,
    groupId,
    municipalityCode,
  };
}
