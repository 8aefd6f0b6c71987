/**
 * What a draft is to hold while somebody writes it: stops, each with what it brings. A point appears once and a material once
 * in a stop, as `draft` has it.
 */
import { findDraftFaults, MAXIMUM_CONSIGNMENTS } from '../../src/distribution/draft.js';
import { type LineWish, mergeLines } from '../../src/distribution/fill.js';

export interface StopPoint {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly municipalityCode: string;
}

export interface Stop {
  readonly point: StopPoint;
  readonly lines: readonly LineWish[];
}

export interface Wish {
  readonly deliveryPointId: string;
  readonly lines: LineWish[];
}

/** Stops of both: what is added to a point that is there raises its lines. */
export function addStops(stops: readonly Stop[], added: readonly Stop[]): Stop[] {
  const byPoint = new Map(stops.map((stop) => [stop.point.id, stop]));
  for (const stop of added) {
    const present = byPoint.get(stop.point.id);
    byPoint.set(
      stop.point.id,
      present === undefined ? stop : { ...present, lines: mergeLines(present.lines, stop.lines) },
    );
  }
  return [...byPoint.values()];
}

/** The same lines for each of these stops, in place of what they carried. */
export function setLines(
  stops: readonly Stop[],
  pointIds: ReadonlySet<string>,
  lines: readonly LineWish[],
): Stop[] {
  return stops.map((stop) => (pointIds.has(stop.point.id) ? { ...stop, lines } : stop));
}

export function removeStops(stops: readonly Stop[], pointIds: ReadonlySet<string>): Stop[] {
  return stops.filter(({ point }) => !pointIds.has(point.id));
}

/** Pieces of each material over all stops, in the order in which the materials first appear. */
export function sumMaterials(stops: readonly Stop[]): LineWish[] {
  return stops.reduce<LineWish[]>((sum, { lines }) => mergeLines(sum, lines), []);
}

export function countPieces(lines: readonly LineWish[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Why the stops cannot be kept as they stand: the first that fits. */
export type StopsFault = 'over_bound' | 'empty_stop';

export function findStopsFault(stops: readonly Stop[]): StopsFault | undefined {
  if (stops.length > MAXIMUM_CONSIGNMENTS) return 'over_bound';
  return findDraftFaults(wishStops(stops)).length > 0 ? 'empty_stop' : undefined;
}

export function wishStops(stops: readonly Stop[]): Wish[] {
  return stops.map(({ point, lines }) => ({ deliveryPointId: point.id, lines: [...lines] }));
}

export interface StopDifference {
  readonly point: StopPoint;
  /** Null: no such stop there. */
  readonly theirs: readonly LineWish[] | null;
  readonly mine: readonly LineWish[] | null;
}

/** Where two lists of stops differ, by point: theirs first, then those that only I have. */
export function compareStops(theirs: readonly Stop[], mine: readonly Stop[]): StopDifference[] {
  const mineById = new Map(mine.map((stop) => [stop.point.id, stop]));
  const theirsById = new Map(theirs.map((stop) => [stop.point.id, stop]));
  const changed = theirs.flatMap(({ point, lines }) => {
    const own = mineById.get(point.id)?.lines ?? null;
    return own !== null && areSame(lines, own) ? [] : [{ point, theirs: lines, mine: own }];
  });
  const added = mine
    .filter(({ point }) => !theirsById.has(point.id))
    .map(({ point, lines }) => ({ point, theirs: null, mine: lines }));
  return [...changed, ...added];
}

/**
 * Mine laid over theirs: what I changed since both began is as I have it, everything else as it now stands. New stops of mine
 * come last.
 */
export function mergeStops(
  begun: readonly Stop[],
  mine: readonly Stop[],
  theirs: readonly Stop[],
): Stop[] {
  const changes = new Map(compareStops(begun, mine).map((change) => [change.point.id, change]));
  const kept = theirs.flatMap((stop) => {
    const change = changes.get(stop.point.id);
    if (change === undefined) return [stop];
    return change.mine === null ? [] : [{ ...stop, lines: change.mine }];
  });
  const there = new Set(theirs.map(({ point }) => point.id));
  const added = mine.filter(({ point }) => changes.has(point.id) && !there.has(point.id));
  return [...kept, ...added];
}

function areSame(a: readonly LineWish[], b: readonly LineWish[]): boolean {
  const quantities = new Map(b.map((line) => [line.materialId, line.quantity]));
  return (
    a.length === b.length && a.every((line) => quantities.get(line.materialId) === line.quantity)
  );
}
