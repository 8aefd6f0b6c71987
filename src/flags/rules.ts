import { awaitedOf } from '../coverage/coverage.js';
import { countOpenDays } from '../places/closure.js';
import {
  addTime,
  dayOf,
  daysBetween,
  endOfDay,
  startOfDay,
  type Day,
  type Instant,
} from '../time.js';
import type { ConsignmentFact, DiscrepancyFact, FlagFacts, PartnerStockFact } from './facts.js';
import { FactIndex, type PlaceCoverage } from './fact-index.js';
import { countOpenDaysOfMunicipality } from './open-days.js';

/**
 * The flag rules: one table, read by one evaluator. A rule names a kind, perhaps a material and a place group that
 * narrow what it looks at, and its figures; the table says for each kind what its subjects are and when one is found.
 * After the campaign's end only what is still to be explained (overdue, discrepancies) is raised anew.
 */
export const FLAG_KINDS = [
  'never_reached',
  'below_target',
  'stale',
  'unplanned',
  'overdue',
  'unresolved_discrepancy',
  'stock_short',
  'idle_stock',
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface RuleFigures {
  readonly days: number | null;
  readonly percent: number | null;
  readonly byDate: Day | null;
  readonly byShareOfCampaign: number | null;
}

export interface FlagRule extends RuleFigures {
  readonly id: string;
  readonly kind: FlagKind;
  readonly materialId: string | null;
  readonly groupId: string | null;
  readonly severity: Severity;
  readonly escalateAfterDays: number;
  readonly enabled: boolean;
}

/** What the rule found, in figures, so that a person understands why. */
export type FlagDetails = Readonly<Record<string, number | string>>;

type SubjectKind = 'municipality' | 'consignment' | 'material' | 'warehouse';

interface FlagSubject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly municipalityCode: string | null;
  readonly materialId: string | null;
  readonly deliveryPointId: string | null;
}

export interface Finding {
  readonly ruleId: string;
  readonly subject: FlagSubject;
  readonly severity: Severity;
  readonly details: FlagDetails;
}

interface RuleOfKind {
  readonly defaults: RuleFigures & { readonly severity: Severity };
  /** Whether it raises flags also after the campaign's end. */
  readonly raisesAfterEnd: boolean;
  readonly find: (rule: FlagRule, index: FactIndex) => Omit<Finding, 'ruleId' | 'severity'>[];
}

export const ESCALATE_AFTER_DAYS = 7;
const NO_FIGURES: RuleFigures = {
  days: null,
  percent: null,
  byDate: null,
  byShareOfCampaign: null,
};

/** A kind of rule: its subjects, and what about one of them is to be flagged, if anything. */
function ruleAbout<S>(choice: {
  readonly defaults: Partial<RuleFigures> & { readonly severity?: Severity };
  readonly raisesAfterEnd?: boolean;
  readonly subjects: (rule: FlagRule, index: FactIndex) => readonly S[];
  readonly nameSubject: (subject: S, rule: FlagRule) => FlagSubject;
  readonly judge: (subject: S, rule: FlagRule, index: FactIndex) => FlagDetails | undefined;
}): RuleOfKind {
  return {
    defaults: { ...NO_FIGURES, severity: 'medium', ...choice.defaults },
    raisesAfterEnd: choice.raisesAfterEnd ?? false,
    find: (rule, index) =>
      choice.subjects(rule, index).flatMap((each) => {
        const details = choice.judge(each, rule, index);
        return details === undefined ? [] : [{ subject: choice.nameSubject(each, rule), details }];
      }),
  };
}

export const FLAG_RULES: Readonly<Record<FlagKind, RuleOfKind>> = {
  never_reached: ruleAbout<PlaceCoverage>({
    defaults: { days: 30, severity: 'high' },
    subjects: (rule, index) => index.places(rule),
    nameSubject: nameMunicipality,
    judge: (place, rule, { facts }) => {
      const days = daysBetween(facts.campaign.startsOn, dayOf(facts.at));
      if (place.delivered > 0 || days < rule.days!) return undefined;
      return { days, startsOn: facts.campaign.startsOn, target: place.target };
    },
  }),
  below_target: ruleAbout<PlaceCoverage>({
    defaults: { percent: 50, byShareOfCampaign: 0.5 },
    subjects: (rule, index) => index.places(rule),
    nameSubject: nameMunicipality,
    judge: (place, rule, { facts }) => {
      const by = deadlineOf(rule, facts);
      // Compared in whole pieces: half of three pieces is not reached with one.
      const under = place.met * 100 < place.target * rule.percent!;
      if (facts.at < by || !under) return undefined;
      const { target, delivered } = place;
      const sharePercent = Math.floor((place.met * 1000) / target) / 10;
      return { sharePercent, wantedPercent: rule.percent!, target, delivered, by };
    },
  }),
  stale: ruleAbout<PlaceCoverage>({
    defaults: { days: 30 },
    subjects: (rule, index) => index.places(rule),
    nameSubject: nameMunicipality,
    judge: ({ target, delivered, state, municipalityCode, lastDeliveredAt }, rule, { facts }) => {
      if (state !== 'partly_reached' || lastDeliveredAt === null) return undefined;
      const from = dayOf(lastDeliveredAt);
      const days = countOpenDaysOfMunicipality(facts, municipalityCode, from, dayOf(facts.at));
      return days > rule.days! ? { days, lastDeliveredAt, target, delivered } : undefined;
    },
  }),
  unplanned: ruleAbout<PlaceCoverage>({
    defaults: { days: 14, severity: 'high' },
    subjects: (rule, index) => index.places(rule),
    nameSubject: nameMunicipality,
    judge: (place, rule, { facts }) => {
      const daysLeft = daysBetween(dayOf(facts.at), facts.campaign.endsOn);
      const nothing = place.delivered === 0 && place.planned === 0 && awaitedOf(place) === 0;
      if (!nothing || daysLeft > rule.days!) return undefined;
      return { daysLeft, endsOn: facts.campaign.endsOn, target: place.target };
    },
  }),
  overdue: ruleAbout<ConsignmentFact>({
    defaults: { days: 3 },
    raisesAfterEnd: true,
    subjects: (rule, index) => index.consignments(rule),
    nameSubject: nameConsignment,
    judge: (consignment, rule, { facts }) => {
      const { municipalityCode, point, expectedAt } = consignment;
      const subject = { municipalityCode, ...point };
      const days = countOpenDays(facts.closures, subject, dayOf(expectedAt), dayOf(facts.at));
      if (consignment.hasWord || facts.at <= expectedAt || days < rule.days!) return undefined;
      const pieces = consignment.onItsWay
        .filter(({ materialId }) => rule.materialId === null || rule.materialId === materialId)
        .reduce((sum, { quantity }) => sum + quantity, 0);
      return { days, expectedAt, pieces };
    },
  }),
  unresolved_discrepancy: ruleAbout<readonly DiscrepancyFact[]>({
    defaults: { days: 7 },
    raisesAfterEnd: true,
    subjects: (rule, index) => index.discrepanciesByConsignment(rule),
    nameSubject: ([first], rule) => nameConsignment(first!, rule),
    judge: (discrepancies, rule, { facts }) => {
      const openedAt = earliest(discrepancies.map((each) => each.openedAt));
      const days = daysBetween(dayOf(openedAt), dayOf(facts.at));
      if (days <= rule.days!) return undefined;
      return { days, openedAt, discrepancies: discrepancies.length };
    },
  }),
  stock_short: ruleAbout({
    defaults: {},
    subjects: (rule, index) => index.needs(rule),
    nameSubject: ({ materialId }) => ({
      ...NO_SUBJECT,
      kind: 'material',
      id: materialId,
      materialId,
    }),
    judge: ({ need, available, betweenWarehouses, expected }) => {
      const short = need - available - betweenWarehouses - expected;
      return short > 0 ? { short, need, available, betweenWarehouses, expected } : undefined;
    },
  }),
  idle_stock: ruleAbout<PartnerStockFact>({
    defaults: { days: 21 },
    subjects: (rule, index) => index.partnerStock(rule),
    nameSubject: ({ warehouseId, municipalityCode }) => ({
      ...NO_SUBJECT,
      kind: 'warehouse',
      id: warehouseId,
      municipalityCode,
    }),
    judge: ({ onHand, lastMovedAt }, rule, { facts }) => {
      const days = daysBetween(dayOf(lastMovedAt), dayOf(facts.at));
      return onHand > 0 && days >= rule.days! ? { days, lastMovedAt, onHand } : undefined;
    },
  }),
};

const NO_SUBJECT = { municipalityCode: null, materialId: null, deliveryPointId: null };

function nameMunicipality(
  { municipalityCode }: PlaceCoverage,
  { materialId }: FlagRule,
): FlagSubject {
  return {
    ...NO_SUBJECT,
    kind: 'municipality',
    id: municipalityCode,
    municipalityCode,
    materialId,
  };
}

function nameConsignment(
  fact: Pick<ConsignmentFact, 'consignmentId' | 'municipalityCode' | 'deliveryPointId'>,
  { materialId }: FlagRule,
): FlagSubject {
  const { consignmentId, municipalityCode, deliveryPointId } = fact;
  return { kind: 'consignment', id: consignmentId, municipalityCode, materialId, deliveryPointId };
}

/** By a date means by its end. */
function deadlineOf(rule: FlagRule, facts: FlagFacts): Instant {
  if (rule.byDate !== null) return endOfDay(rule.byDate);
  const start = startOfDay(facts.campaign.startsOn);
  const durationMs = Date.parse(endOfDay(facts.campaign.endsOn)) - Date.parse(start);
  return addTime(start, Math.round(durationMs * rule.byShareOfCampaign!));
}

function earliest(instants: readonly Instant[]): Instant {
  return instants.reduce((first, each) => (each < first ? each : first));
}

/** Everything that the enabled rules find in the facts; the same facts give the same findings, in the same order. */
export function evaluateRules(rules: readonly FlagRule[], facts: FlagFacts): Finding[] {
  const index = new FactIndex(facts);
  return rules
    .filter((rule) => rule.enabled)
    .flatMap((rule) =>
      FLAG_RULES[rule.kind]
        .find(rule, index)
        .map((found) => ({ ...found, ruleId: rule.id, severity: rule.severity })),
    );
}
