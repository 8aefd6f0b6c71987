/**
 * What a rule would put into a draft, before anything is made: the points that fit it, and what each gets, by the same rule
 * that the service fills with.
 */
import { needOf } from '../../src/coverage/coverage.js';
import { fillDraft, type FillLine, type MunicipalityNeed } from '../../src/distribution/fill.js';
import { compareSerbian } from '../../src/places/serbian-order.js';
import type { Stop, StopPoint } from './stops.js';

export interface RulePoint extends StopPoint {
  readonly tags: readonly string[];
  readonly audience: number | null;
}

/** All conditions together; what is absent does not count. */
export interface PointRule {
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
  /** Absent: everywhere. */
  readonly municipalityCodes?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

interface CoverageFigures {
  readonly code: string;
  readonly target: number | null;
  readonly delivered: number;
  readonly inTransit: number;
  readonly refused: number;
  readonly planned: number;
}

/** The points that the rule means, in the order of a trip: by municipality, then by name. */
export function choosePoints<P extends RulePoint>(
  points: readonly P[],
  { kind, tag, municipalityCodes, ids }: PointRule,
  nameOfMunicipality: (code: string) => string,
): P[] {
  const codes = municipalityCodes === undefined ? undefined : new Set(municipalityCodes);
  const wanted = ids === undefined ? undefined : new Set(ids);
  return points
    .filter(
      (point) =>
        (kind === undefined || point.kind === kind) &&
        (tag === undefined || point.tags.includes(tag)) &&
        (codes === undefined || codes.has(point.municipalityCode)) &&
        (wanted === undefined || wanted.has(point.id)),
    )
    .map((point) => ({ point, place: nameOfMunicipality(point.municipalityCode) }))
    .sort((a, b) => compareSerbian(a.place, b.place) || compareSerbian(a.point.name, b.point.name))
    .map(({ point }) => point);
}

/** What municipalities still lack of a material, from the rows of its coverage. */
export function readNeeds(
  materialId: string,
  rows: readonly CoverageFigures[],
): MunicipalityNeed[] {
  return rows.map(({ code, refused, target, ...row }) => ({
    municipalityCode: code,
    materialId,
    need: needOf({ ...row, target: target ?? 0, refusedPending: refused }),
  }));
}

export interface RulePreview {
  /** What is added: a point that gets nothing is not there. */
  readonly added: readonly Stop[];
  /** Points that fit the rule and of which nothing is lacking. */
  readonly leftOut: number;
}

/** What the rule adds to the stops that are there. */
export function previewRule(
  stops: readonly Stop[],
  points: readonly RulePoint[],
  lines: readonly FillLine[],
  needs: readonly MunicipalityNeed[],
): RulePreview {
  const draft = stops.map(({ point, lines: own }) => ({
    id: point.id,
    deliveryPointId: point.id,
    municipalityCode: point.municipalityCode,
    lines: own,
  }));
  const before = new Map(stops.map(({ point, lines: own }) => [point.id, own]));
  const byId = new Map(points.map((point) => [point.id, point]));
  const added = fillDraft(draft, points, lines, needs).flatMap((after): Stop[] => {
    const point = byId.get(after.deliveryPointId);
    if (point === undefined) return [];
    const former = new Map(
      before.get(point.id)?.map(({ materialId, quantity }) => [materialId, quantity]),
    );
    const more = after.lines
      .map(({ materialId, quantity }) => ({
        materialId,
        quantity: quantity - (former.get(materialId) ?? 0),
      }))
      .filter(({ quantity }) => quantity > 0);
    const { id, name, kind, municipalityCode } = point;
    return more.length === 0 ? [] : [{ point: { id, name, kind, municipalityCode }, lines: more }];
  });
  return { added, leftOut: points.length - added.length };
}
