import { Problem, type FieldError, type Text } from '../problem.js';
import type { Day } from '../time.js';
import {
  ESCALATE_AFTER_DAYS,
  FLAG_KINDS,
  FLAG_RULES,
  type FlagKind,
  type FlagRule,
  type RuleFigures,
  type Severity,
} from './rules.js';

/**
 * A flag rule as somebody writes it: each kind takes the figures that it looks at and no others; what is left out takes the
 * kind's default. `below_target` takes a date or a part of the campaign's time, one of them.
 */
export type RuleContent = Omit<FlagRule, 'id'>;

export interface RuleDraft {
  readonly materialId?: string | null | undefined;
  readonly groupId?: string | null | undefined;
  readonly days?: number | undefined;
  readonly percent?: number | undefined;
  readonly byDate?: Day | null | undefined;
  readonly byShareOfCampaign?: number | null | undefined;
  readonly severity?: Severity | undefined;
  readonly escalateAfterDays?: number | undefined;
  readonly enabled?: boolean | undefined;
}

interface CampaignTime {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** The rules that each new campaign gets: one of each kind, as its table has it. */
export function listDefaultRules(): RuleContent[] {
  return FLAG_KINDS.map((kind) => ({
    kind,
    materialId: null,
    groupId: null,
    ...FLAG_RULES[kind].defaults,
    escalateAfterDays: ESCALATE_AFTER_DAYS,
    enabled: true,
  }));
}

/** @throws Problem `rule` that names every figure the kind does not take. */
export function draftRule(kind: FlagKind, draft: RuleDraft, campaign: CampaignTime): RuleContent {
  const standard = listDefaultRules().find((rule) => rule.kind === kind)!;
  return changeRule(standard, draft, campaign);
}

/** The rule with what the draft says; what it does not mention stays. @throws Problem `rule` */
export function changeRule(
  rule: RuleContent,
  draft: RuleDraft,
  campaign: CampaignTime,
): RuleContent {
  const errors = [
    ...findForeignFigures(rule.kind, draft),
    ...findForeignMaterial(rule.kind, draft),
    ...findWrongDates(draft, campaign),
  ];
  if (errors.length > 0) throw new Problem('rule', { errors });
  const told = Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== undefined),
  ) as Partial<RuleContent>;
  return { ...rule, ...told, ...chooseDeadline(rule, draft) };
}

const FIGURES = ['days', 'percent', 'byDate', 'byShareOfCampaign'] as const;

/** Whether rules of this kind look at the figure. */
export function takesFigure(kind: FlagKind, figure: keyof RuleFigures): boolean {
  if (figure === 'byDate') return FLAG_RULES[kind].defaults.byShareOfCampaign !== null;
  return FLAG_RULES[kind].defaults[figure] !== null;
}

function findForeignFigures(kind: FlagKind, draft: RuleDraft): FieldError[] {
  const takenBy = FIGURES.filter((figure) => takesFigure(kind, figure)).join(', ');
  return FIGURES.filter((figure) => isTold(draft[figure]) && !takesFigure(kind, figure)).map(
    (figure) => ({
      path: figure,
      message: sayWhatItTakes(kind, takenBy),
    }),
  );
}

/** Whether rules of this kind can look at one material alone. */
export function takesMaterial(kind: FlagKind): boolean {
  return kind !== 'idle_stock';
}

function findForeignMaterial(kind: FlagKind, { materialId }: RuleDraft): FieldError[] {
  if (takesMaterial(kind) || !isTold(materialId)) return [];
  const message = {
    en: 'A rule idle_stock looks at all that lies in a warehouse; it names no material.',
    sr: 'Pravilo idle_stock gleda sve što je u magacinu; ne navodi materijal.',
  };
  return [{ path: 'materialId', message }];
}

function sayWhatItTakes(kind: FlagKind, figures: string): Text {
  if (figures === '') {
    return { en: `A rule ${kind} takes no figures.`, sr: `Pravilo ${kind} nema brojki.` };
  }
  return {
    en: `A rule ${kind} does not look at this; it takes ${figures}.`,
    sr: `Pravilo ${kind} ovo ne gleda; njegove brojke su ${figures}.`,
  };
}

function findWrongDates(draft: RuleDraft, campaign: CampaignTime): FieldError[] {
  if (isTold(draft.byDate) && isTold(draft.byShareOfCampaign)) {
    const message = {
      en: 'Give byDate or byShareOfCampaign, not both.',
      sr: 'Navedite byDate ili byShareOfCampaign, ne oba.',
    };
    return [{ path: 'byShareOfCampaign', message }];
  }
  const { byDate } = draft;
  if (!isTold(byDate) || (byDate >= campaign.startsOn && byDate <= campaign.endsOn)) return [];
  const message = {
    en: `${byDate} is not within the campaign (${campaign.startsOn} to ${campaign.endsOn}).`,
    sr: `${byDate} nije u trajanju kampanje (od ${campaign.startsOn} do ${campaign.endsOn}).`,
  };
  return [{ path: 'byDate', message }];
}

/** The one that is told replaces the other; a date taken back leaves the part of the campaign's time. */
function chooseDeadline(
  rule: RuleContent,
  draft: RuleDraft,
): Pick<RuleFigures, 'byDate' | 'byShareOfCampaign'> {
  if (isTold(draft.byDate)) return { byDate: draft.byDate, byShareOfCampaign: null };
  if (isTold(draft.byShareOfCampaign)) {
    return { byDate: null, byShareOfCampaign: draft.byShareOfCampaign };
  }
  if (rule.byDate !== null && draft.byDate !== null) {
    return { byDate: rule.byDate, byShareOfCampaign: null };
  }
  const standard = FLAG_RULES[rule.kind].defaults.byShareOfCampaign;
  return { byDate: null, byShareOfCampaign: rule.byShareOfCampaign ?? standard };
}

function isTold<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
