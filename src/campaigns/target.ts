import type { MaterialKind } from '../materials/material.js';
import type { PointKind } from '../places/point-kind.js';
import { SCOPE_LEVELS, appliesTo, countsPoints, selectorOf } from './target-rule.js';
import type { ScopeLevel, TargetRule } from './target-rule.js';

/**
 * How many pieces of a material a municipality should get. The rules in whose scope it lies add up, a minimum raises
 * the sum (alone it is the target), a fixed figure replaces both, an override by hand replaces all. The narrowest
 * scope counts, for each kind of rule and, where rules look at points, for each choice of points; of two place groups
 * the higher value. The arithmetic is exact, in integers, and rounded up once, at the end: a target is never a
 * fraction and never less than what the rules ask for. Source: the section on targets of the domain.
 */

export interface TargetPlace {
  readonly code: string;
  readonly districtCode: string;
  readonly regionCode: string;
  readonly groupIds: ReadonlySet<string>;
  readonly population: number;
  readonly populationUnverified: boolean;
}

export interface TargetPoint {
  readonly municipalityCode: string;
  readonly kind: PointKind;
  readonly tags: readonly string[];
  /** People that it serves; null where nobody said. */
  readonly audience: number | null;
  readonly confidential: boolean;
}

export interface Override {
  readonly quantity: number;
  readonly reason: string;
}

/** What the points that a rule looks at come to, per municipality. */
export interface PointTally {
  /** A shelter is among them somewhere, so their number is told nowhere: silence in one place would point at it. */
  readonly concealed: boolean;
  readonly byMunicipality: ReadonlyMap<
    string,
    { readonly points: number; readonly people: number }
  >;
}
export type PointTallies = ReadonlyMap<string, PointTally>;

export interface TargetTerm {
  readonly rule: TargetRule;
  /** Inhabitants, points or people served: what the rule's value is multiplied with. */
  readonly count: number;
  readonly unverified: boolean;
  readonly concealed: boolean;
}

/** How a target came about; `explainTarget` puts it into words. */
export interface TargetWorkings {
  readonly terms: readonly TargetTerm[];
  readonly sumPieces: number;
  readonly minimum: TargetRule | undefined;
  /** The minimum is above the sum. */
  readonly raised: boolean;
  readonly fixed: TargetRule | undefined;
  readonly override: Override | undefined;
  /** What the rules alone give. */
  readonly rulePieces: number;
}

export interface ComputedTarget {
  readonly quantity: number;
  readonly source: 'rule' | 'override' | 'none';
  readonly workings: TargetWorkings;
}

/** Everything is counted in millionths of a piece, which every kind of rule divides. */
const MILLIONTHS = 1_000_000n;

/** Counts, once for all municipalities, the points behind each choice that the rules make. */
export function tallyPoints(
  points: readonly TargetPoint[],
  rules: readonly TargetRule[],
): PointTallies {
  const tallies = new Map<string, PointTally>();
  for (const rule of rules) {
    const selector = selectorOf(rule);
    if (countsPoints(rule.kind) && !tallies.has(selector))
      tallies.set(
        selector,
        tallySelected(
          points.filter((point) => selects(rule, point)),
          rule,
        ),
      );
  }
  return tallies;
}

function selects(rule: TargetRule, point: TargetPoint): boolean {
  return (
    (rule.pointKind === null || rule.pointKind === point.kind) &&
    (rule.tag === null || point.tags.includes(rule.tag))
  );
}

function tallySelected(points: readonly TargetPoint[], rule: TargetRule): PointTally {
  const byMunicipality = new Map<string, { points: number; people: number }>();
  let concealed = rule.pointKind === 'shelter';
  for (const point of points) {
    concealed ||= point.confidential || point.kind === 'shelter';
    const tally = byMunicipality.get(point.municipalityCode) ?? { points: 0, people: 0 };
    tally.points += 1;
    tally.people += point.audience ?? 0;
    byMunicipality.set(point.municipalityCode, tally);
  }
  return { concealed, byMunicipality };
}

/** The target of one municipality for one material; `rules` are those of that material. */
export function computeTarget(facts: {
  readonly place: TargetPlace;
  readonly materialKind: MaterialKind;
  readonly rules: readonly TargetRule[];
  readonly tallies: PointTallies;
  readonly override?: Override | undefined;
}): ComputedTarget {
  const { place, materialKind, tallies, override } = facts;
  const rules = chooseRules(
    place,
    facts.rules.filter((rule) => appliesTo(rule.kind, materialKind)),
  );
  const minimum = rules.find((rule) => rule.kind === 'minimum');
  const fixed = rules.find((rule) => rule.kind === 'fixed');
  const terms = rules.flatMap((rule) => makeTerm(rule, place, tallies) ?? []);
  const sum = terms.reduce((total, term) => total + millionthsOf(term), 0n);
  const least = minimum === undefined ? 0n : BigInt(minimum.valueThousandths) * 1000n;
  const raised = minimum !== undefined && least > sum;
  const ruled =
    fixed === undefined ? (raised ? least : sum) : BigInt(fixed.valueThousandths) * 1000n;
  const rulePieces = roundUp(ruled);
  return {
    quantity: override?.quantity ?? rulePieces,
    source: override !== undefined ? 'override' : rules.length > 0 ? 'rule' : 'none',
    workings: { terms, sumPieces: roundUp(sum), minimum, raised, fixed, override, rulePieces },
  };
}

/** Of the rules in whose scope the municipality lies, the one that counts for each kind and choice of points. */
export function chooseRules(place: TargetPlace, rules: readonly TargetRule[]): TargetRule[] {
  const chosen = new Map<string, TargetRule>();
  for (const rule of rules) {
    if (!covers(rule, place)) continue;
    const line = `${rule.kind} ${selectorOf(rule)}`;
    const rival = chosen.get(line);
    if (rival === undefined || outranks(rule, rival)) chosen.set(line, rule);
  }
  return [...chosen.values()];
}

function covers({ scope }: TargetRule, place: TargetPlace): boolean {
  switch (scope.level) {
    case 'municipality':
      return scope.key === place.code;
    case 'group':
      return place.groupIds.has(scope.key);
    case 'district':
      return scope.key === place.districtCode;
    case 'region':
      return scope.key === place.regionCode;
    case 'country':
      return true;
    default:
      return scope.level satisfies never;
  }
}

const WIDTH = new Map<ScopeLevel, number>(SCOPE_LEVELS.map((level, width) => [level, width]));

/** Two rules of one width can only be of two place groups; where their values agree too, the id decides, so that the answer is one. */
function outranks(rule: TargetRule, rival: TargetRule): boolean {
  const difference = WIDTH.get(rule.scope.level)! - WIDTH.get(rival.scope.level)!;
  if (difference !== 0) return difference < 0;
  if (rule.valueThousandths !== rival.valueThousandths)
    return rule.valueThousandths > rival.valueThousandths;
  return rule.id < rival.id;
}

function makeTerm(
  rule: TargetRule,
  place: TargetPlace,
  tallies: PointTallies,
): TargetTerm | undefined {
  if (rule.kind === 'per_1000_inhabitants')
    return {
      rule,
      count: place.population,
      unverified: place.populationUnverified,
      concealed: false,
    };
  if (!countsPoints(rule.kind)) return undefined;
  const tally = tallies.get(selectorOf(rule));
  const here = tally?.byMunicipality.get(place.code) ?? { points: 0, people: 0 };
  return {
    rule,
    count: rule.kind === 'per_delivery_point' ? here.points : here.people,
    unverified: false,
    concealed: tally?.concealed ?? false,
  };
}

function millionthsOf({ rule, count }: TargetTerm): bigint {
  const product = BigInt(count) * BigInt(rule.valueThousandths);
  if (rule.kind === 'per_1000_inhabitants') return product;
  return rule.kind === 'per_100_audience' ? product * 10n : product * 1000n;
}

function roundUp(millionths: bigint): number {
  return Number((millionths + MILLIONTHS - 1n) / MILLIONTHS);
}
