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
interface PointTally {
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

/** The rules of one kind and choice of points, the one that counts first: a municipality heeds the first that covers it. */
interface RuleLine {
  readonly rules: readonly TargetRule[];
  readonly tally: PointTally | undefined;
}

/** Orders the rules of one material, once for all municipalities. */
export function drawLines(
  materialKind: MaterialKind,
  rules: readonly TargetRule[],
  tallies: PointTallies,
): RuleLine[] {
  const lines = new Map<string, TargetRule[]>();
  for (const rule of rules) {
    if (!appliesTo(rule.kind, materialKind)) continue;
    const line = `${rule.kind} ${selectorOf(rule)}`;
    lines.set(line, [...(lines.get(line) ?? []), rule]);
  }
  return Array.from(lines.values(), (line) => ({
    rules: line.toSorted(compareRank),
    tally: tallies.get(selectorOf(line[0]!)),
  }));
}

/** The target of one municipality for one material, whose rules the lines hold. */
export function computeTarget(
  place: TargetPlace,
  lines: readonly RuleLine[],
  override?: Override,
): ComputedTarget {
  const terms: TargetTerm[] = [];
  let minimum: TargetRule | undefined;
  let fixed: TargetRule | undefined;
  for (const line of lines) {
    const rule = line.rules.find((each) => covers(each, place));
    if (rule === undefined) continue;
    if (rule.kind === 'minimum') minimum = rule;
    else if (rule.kind === 'fixed') fixed = rule;
    else terms.push(makeTerm(rule, place, line.tally));
  }
  const sum = terms.reduce((total, term) => total + millionthsOf(term), 0n);
  const least = minimum === undefined ? 0n : piecesOf(minimum);
  const raised = least > sum;
  const rulePieces = roundUp(fixed === undefined ? (raised ? least : sum) : piecesOf(fixed));
  const ruled = terms.length > 0 || minimum !== undefined || fixed !== undefined;
  return {
    quantity: override?.quantity ?? rulePieces,
    source: override !== undefined ? 'override' : ruled ? 'rule' : 'none',
    workings: { terms, sumPieces: roundUp(sum), minimum, raised, fixed, override, rulePieces },
  };
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

/**
 * Narrower before wider. Two rules of one width can only be of two place groups: the higher value, and where the values
 * agree too the lower id, so that the answer is one.
 */
function compareRank(a: TargetRule, b: TargetRule): number {
  const width = WIDTH.get(a.scope.level)! - WIDTH.get(b.scope.level)!;
  return width || b.valueThousandths - a.valueThousandths || (a.id < b.id ? -1 : 1);
}

function makeTerm(rule: TargetRule, place: TargetPlace, tally: PointTally | undefined): TargetTerm {
  if (rule.kind === 'per_1000_inhabitants') {
    const { population, populationUnverified } = place;
    return { rule, count: population, unverified: populationUnverified, concealed: false };
  }
  const here = tally?.byMunicipality.get(place.code);
  const count = rule.kind === 'per_delivery_point' ? here?.points : here?.people;
  return { rule, count: count ?? 0, unverified: false, concealed: tally?.concealed ?? false };
}

/** A value in pieces, as millionths. */
function piecesOf(rule: TargetRule): bigint {
  return BigInt(rule.valueThousandths) * 1000n;
}

function millionthsOf({ rule, count }: TargetTerm): bigint {
  const product = BigInt(count) * BigInt(rule.valueThousandths);
  if (rule.kind === 'per_1000_inhabitants') return product;
  return rule.kind === 'per_100_audience' ? product * 10n : product * 1000n;
}

function roundUp(millionths: bigint): number {
  return Number((millionths + MILLIONTHS - 1n) / MILLIONTHS);
}
