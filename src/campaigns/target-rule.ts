import { Problem } from '../problem.js';
import type { FieldError, Text } from '../problem.js';
import type { MaterialKind } from '../materials/material.js';
import type { PointKind } from '../places/point-kind.js';

/**
 * What a target rule may say. Pieces per 1,000 inhabitants, per delivery point of a kind or tag, and per 100 people
 * that points serve add up; a minimum raises the sum; a fixed figure replaces it. A rule gives every municipality in
 * its scope its own figure, and its scope is one of: a municipality, a place group, a district, a region, the country.
 * Airings have neither points nor inhabitants: a broadcast material takes `fixed` and `minimum` only.
 * Source: the section on targets of the domain.
 */
export const TARGET_RULE_KINDS = [
  'per_1000_inhabitants',
  'per_delivery_point',
  'per_100_audience',
  'minimum',
  'fixed',
] as const;
export type TargetRuleKind = (typeof TARGET_RULE_KINDS)[number];

/** Narrowest first. */
export const SCOPE_LEVELS = ['municipality', 'group', 'district', 'region', 'country'] as const;
export type ScopeLevel = (typeof SCOPE_LEVELS)[number];

export interface Scope {
  readonly level: ScopeLevel;
  /** The code or id of the place; empty for the country. */
  readonly key: string;
}

export interface TargetRule {
  readonly id: string;
  readonly materialId: string;
  readonly kind: TargetRuleKind;
  /** The value in thousandths, a whole number, so that nothing is lost in binary fractions. */
  readonly valueThousandths: number;
  /** Which points count; null is every kind, every tag. */
  readonly pointKind: PointKind | null;
  readonly tag: string | null;
  readonly scope: Scope;
  /** How the explanation calls the scope; null where it need not be said. */
  readonly scopeName?: Text | null;
}

/** A rule as its author gives it. */
export interface TargetRuleDraft {
  readonly kind: TargetRuleKind;
  readonly value: number;
  readonly pointKind: PointKind | null;
  readonly tag: string | null;
  readonly regionCode: string | null;
  readonly districtCode: string | null;
  readonly groupId: string | null;
  readonly municipalityCode: string | null;
}

export const MAX_RULE_VALUE = 1_000_000;

/** Rules that look at points, and so may choose among them. */
export function countsPoints(kind: TargetRuleKind): boolean {
  return kind === 'per_delivery_point' || kind === 'per_100_audience';
}

/** Whether a rule of this kind sets a target for a material of that kind. */
export function appliesTo(kind: TargetRuleKind, materialKind: MaterialKind): boolean {
  return materialKind !== 'broadcast' || kind === 'fixed' || kind === 'minimum';
}

/** The points that a rule looks at. Each such choice is a line of its own: lines add up, and within one the narrowest scope counts. */
export function selectorOf(rule: Pick<TargetRule, 'kind' | 'pointKind' | 'tag'>): string {
  return countsPoints(rule.kind) ? JSON.stringify([rule.pointKind, rule.tag]) : '';
}

/** The whole thousandths of a value with up to three decimals; undefined where it has more. */
export function thousandthsOf(value: number): number | undefined {
  const thousandths = Math.round(value * 1000);
  return thousandths / 1000 === value ? thousandths : undefined;
}

export function scopeOf(
  draft: Pick<TargetRuleDraft, 'regionCode' | 'districtCode' | 'groupId' | 'municipalityCode'>,
): Scope {
  if (draft.municipalityCode !== null)
    return { level: 'municipality', key: draft.municipalityCode };
  if (draft.groupId !== null) return { level: 'group', key: draft.groupId };
  if (draft.districtCode !== null) return { level: 'district', key: draft.districtCode };
  if (draft.regionCode !== null) return { level: 'region', key: draft.regionCode };
  return { level: 'country', key: '' };
}

/** Refuses, with every offending field, a rule that could not mean anything. */
export function assertTargetRule(draft: TargetRuleDraft, materialKind: MaterialKind): void {
  const errors = [
    ...findScopeErrors(draft),
    ...findSelectorErrors(draft),
    ...findKindErrors(draft, materialKind),
    ...findValueErrors(draft),
  ];
  if (errors.length > 0) throw new Problem('rule', { errors });
}

function findScopeErrors(draft: TargetRuleDraft): FieldError[] {
  const given = (['municipalityCode', 'groupId', 'districtCode', 'regionCode'] as const).filter(
    (field) => draft[field] !== null,
  );
  return given.slice(1).map((path) => ({
    path,
    message: {
      en: `A rule has one scope: keep ${given[0]} or ${path}, and make a second rule for the other.`,
      sr: `Pravilo ima jedan obuhvat: zadržite ${given[0]} ili ${path}, a za drugo napravite još jedno pravilo.`,
    },
  }));
}

function findSelectorErrors(draft: TargetRuleDraft): FieldError[] {
  if (countsPoints(draft.kind)) return [];
  return (['pointKind', 'tag'] as const)
    .filter((field) => draft[field] !== null)
    .map((path) => ({
      path,
      message: {
        en: `A rule of kind ${draft.kind} does not look at points: leave ${path} out.`,
        sr: `Pravilo vrste ${draft.kind} ne gleda mesta isporuke: izostavite ${path}.`,
      },
    }));
}

function findKindErrors(draft: TargetRuleDraft, materialKind: MaterialKind): FieldError[] {
  if (appliesTo(draft.kind, materialKind)) return [];
  return [
    {
      path: 'kind',
      message: {
        en: 'A broadcast material is aimed at in airings: use fixed or minimum.',
        sr: 'Cilj za emitovani materijal je broj emitovanja: upotrebite fixed ili minimum.',
      },
    },
  ];
}

function findValueErrors(draft: TargetRuleDraft): FieldError[] {
  if (draft.value >= 0 && draft.value <= MAX_RULE_VALUE && thousandthsOf(draft.value) !== undefined)
    return [];
  return [
    {
      path: 'value',
      message: {
        en: 'Give a number from 0 to 1,000,000 with up to three decimals.',
        sr: 'Navedite broj od 0 do 1.000.000 sa najviše tri decimale.',
      },
    },
  ];
}
