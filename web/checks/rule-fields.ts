import type { FlagKind, Severity } from '../../src/flags/rules.js';
import { listDefaultRules, takesFigure, takesMaterial } from '../../src/flags/rule-draft.js';

/** A flag rule as its form holds it: percentages whole, what is not filled in yet as an empty text. */
export interface RuleFields {
  readonly kind: FlagKind;
  readonly materialId: string | null;
  readonly groupId: string | null;
  readonly days: number | '';
  readonly percent: number | '';
  readonly deadline: 'date' | 'share';
  readonly byDate: string;
  readonly bySharePercent: number | '';
  readonly severity: Severity;
  readonly escalateAfterDays: number | '';
}

export interface RuleContent {
  readonly kind: FlagKind;
  readonly materialId: string | null;
  readonly groupId: string | null;
  readonly days: number | null;
  readonly percent: number | null;
  readonly byDate: string | null;
  readonly byShareOfCampaign: number | null;
  readonly severity: Severity;
  readonly escalateAfterDays: number;
}

export function fillFields(rule: RuleContent): RuleFields {
  const { kind, materialId, groupId, days, percent, byDate, byShareOfCampaign } = rule;
  return {
    kind,
    materialId,
    groupId,
    days: days ?? '',
    percent: percent ?? '',
    deadline: byDate === null ? 'share' : 'date',
    byDate: byDate ?? '',
    bySharePercent: byShareOfCampaign === null ? '' : Math.round(byShareOfCampaign * 100),
    severity: rule.severity,
    escalateAfterDays: rule.escalateAfterDays,
  };
}

/** A new rule of a kind begins with the figures that each campaign gets. */
export function beginFields(kind: FlagKind): RuleFields {
  return fillFields(listDefaultRules().find((rule) => rule.kind === kind)!);
}

/** What the service is told: only the figures that the kind takes. Undefined while one of them is missing. */
export function readFields(fields: RuleFields) {
  const { kind, severity, escalateAfterDays, groupId } = fields;
  const figures = readFigures(fields);
  if (figures === undefined || escalateAfterDays === '') return undefined;
  return {
    ...figures,
    ...(takesMaterial(kind) ? { materialId: fields.materialId } : {}),
    groupId,
    severity,
    escalateAfterDays,
  };
}

function readFigures({ kind, days, percent, deadline, byDate, bySharePercent }: RuleFields) {
  if (takesFigure(kind, 'days')) return days === '' ? undefined : { days };
  if (!takesFigure(kind, 'percent')) return {};
  if (percent === '') return undefined;
  if (deadline === 'date') return byDate === '' ? undefined : { percent, byDate };
  return bySharePercent === '' ? undefined : { percent, byShareOfCampaign: bySharePercent / 100 };
}

/** The rule as it would read, what is missing as nothing. */
export function previewFields(fields: RuleFields) {
  const { kind, days, percent, deadline, byDate, bySharePercent } = fields;
  return {
    kind,
    days: days === '' ? null : days,
    percent: percent === '' ? null : percent,
    byDate: deadline === 'date' && byDate !== '' ? byDate : null,
    byShareOfCampaign: bySharePercent === '' ? null : bySharePercent / 100,
  };
}

const COMPARED = [
  'days',
  'percent',
  'byDate',
  'bySharePercent',
  'materialId',
  'groupId',
  'severity',
  'escalateAfterDays',
] as const;
export type ComparedField = (typeof COMPARED)[number];

/** Where what stands differs from what was to be saved. */
export function findDifferences(theirs: RuleFields, mine: RuleFields): ComparedField[] {
  return COMPARED.filter((field) => theirs[field] !== mine[field]);
}
