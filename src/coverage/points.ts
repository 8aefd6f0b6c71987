/**
 * Points as well as pieces: ten posters in one school reach one school. For each kind and tag of delivery point,
 * how many there are, how many got something, how many got nothing.
 * A retired point counts only where it got something: it is no longer one that could be reached.
 */
export interface PointFacts {
  readonly id: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly municipalityCode: string;
  readonly active: boolean;
  readonly confidential: boolean;
}

export interface PointCounts {
  total: number;
  reached: number;
  notReached: number;
}

/**
 * The points that count. A confidential point is in no count finer than its municipality's total, so whoever
 * may not see it gets counts without it, whether it was reached or not.
 */
export function pointsThatCount<P extends PointFacts>(
  points: readonly P[],
  reachedIds: ReadonlySet<string>,
  seesConfidential: boolean,
): P[] {
  return points.filter(
    (point) =>
      (seesConfidential || !point.confidential) && (point.active || reachedIds.has(point.id)),
  );
}

export function countPoints(
  points: readonly PointFacts[],
  reachedIds: ReadonlySet<string>,
): PointCounts {
  const reached = points.filter((point) => reachedIds.has(point.id)).length;
  return { total: points.length, reached, notReached: points.length - reached };
}

/** Counts under every key that `keysOf` gives a point: its kind, its tags, its municipality. */
export function countPointsBy(
  points: readonly PointFacts[],
  reachedIds: ReadonlySet<string>,
  keysOf: (point: PointFacts) => readonly string[],
): Map<string, PointCounts> {
  const counts = new Map<string, PointCounts>();
  for (const point of points) {
    for (const key of new Set(keysOf(point))) {
      const count = counts.get(key) ?? { total: 0, reached: 0, notReached: 0 };
      count.total += 1;
      count[reachedIds.has(point.id) ? 'reached' : 'notReached'] += 1;
      counts.set(key, count);
    }
  }
  return counts;
}
