/**
 * The outlines of municipalities, made modest enough for a web map. Each boundary between two units is simplified once and
 * used by both, so that neighbours share it exactly: no slivers, no overlaps. Positions are `[longitude, latitude]`.
 */
export type Position = [number, number];
type Ring = Position[];
/** As GeoJSON has it: polygons, each an outer ring and its holes, every ring closed. */
export type MultiPolygon = Ring[][];

/** Corners of H3 cells come out of floating-point arithmetic: rounded (about 0.1 m), the corners of neighbours are one. */
const CORNER_DIGITS = 6;

/** `toleranceDegrees`: how far a simplified line may stray from the true one; `digits`: decimals kept. */
export function simplifyOutlines(
  outlines: ReadonlyMap<string, MultiPolygon>,
  { toleranceDegrees, digits }: { toleranceDegrees: number; digits: number },
): Map<string, MultiPolygon> {
  const junctions = findJunctions(outlines);
  const simplify = (ring: Ring): Ring => {
    const arcs = splitRing(ring, junctions).map((arc) => simplifyArc(arc, toleranceDegrees));
    return closeRing(
      arcs.flatMap((arc) => arc.slice(0, -1)).map((at) => roundPosition(at, digits)),
    );
  };
  return new Map(
    [...outlines].map(([code, polygons]) => [code, polygons.map((rings) => rings.map(simplify))]),
  );
}

function keyOf([x, y]: Position): string {
  return `${x.toFixed(CORNER_DIGITS)},${y.toFixed(CORNER_DIGITS)}`;
}

/** Corners at which more than two boundary edges meet: there three units, or two and the outside, touch. */
function findJunctions(outlines: ReadonlyMap<string, MultiPolygon>): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => {
    const known = neighbours.get(from) ?? new Set();
    neighbours.set(from, known.add(to));
  };
  for (const polygons of outlines.values()) {
    for (const ring of polygons.flat()) {
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [keyOf(ring[i - 1]!), keyOf(ring[i]!)];
        link(a, b);
        link(b, a);
      }
    }
  }
  return new Set([...neighbours].filter(([, known]) => known.size > 2).map(([key]) => key));
}

/** The arcs of a closed ring, from junction to junction; without any, from its smallest corner round to itself. */
function splitRing(ring: Ring, junctions: ReadonlySet<string>): Ring[] {
  const open = ring.slice(0, -1);
  const keys = open.map(keyOf);
  const starts = keys.flatMap((key, index) => (junctions.has(key) ? [index] : []));
  if (starts.length === 0) starts.push(keys.indexOf([...keys].sort()[0]!));
  return starts.map((start, nth) => {
    const end = nth + 1 < starts.length ? starts[nth + 1]! : starts[0]! + open.length;
    return Array.from({ length: end - start + 1 }, (_, i) => open[(start + i) % open.length]!);
  });
}

/** Simplified in one direction whoever asks, so that both sides of a boundary get the same line. */
function simplifyArc(arc: Ring, tolerance: number): Ring {
  const first = `${keyOf(arc[0]!)} ${keyOf(arc[1]!)}`;
  const last = `${keyOf(arc.at(-1)!)} ${keyOf(arc.at(-2)!)}`;
  if (first <= last) return keepTellingCorners(arc, tolerance);
  return keepTellingCorners([...arc].reverse(), tolerance).reverse();
}

/** Douglas and Peucker's way; the farthest corner always stays, so that no area collapses into a line. */
function keepTellingCorners(arc: Ring, tolerance: number): Ring {
  const kept = new Set([0, arc.length - 1]);
  const spans: [number, number][] = [[0, arc.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const farthest = findFarthest(arc, from, to);
    const isLoopOrWhole = from === 0 && to === arc.length - 1;
    if (farthest === undefined) continue;
    if (farthest.distance <= tolerance && !isLoopOrWhole) continue;
    kept.add(farthest.index);
    spans.push([from, farthest.index], [farthest.index, to]);
  }
  return arc.filter((_, index) => kept.has(index));
}

function findFarthest(
  arc: Ring,
  from: number,
  to: number,
): { index: number; distance: number } | undefined {
  let farthest: { index: number; distance: number } | undefined;
  for (let index = from + 1; index < to; index += 1) {
    const distance = distanceToLine(arc[index]!, arc[from]!, arc[to]!);
    if (farthest === undefined || distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}

function distanceToLine([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function roundPosition([x, y]: Position, digits: number): Position {
  return [Number(x.toFixed(digits)), Number(y.toFixed(digits))];
}

/** Drops corners that rounding made equal, and ends where it began, as GeoJSON wants. */
function closeRing(open: Ring): Ring {
  const distinct = open.filter((at, index) => {
    const before = open[(index + open.length - 1) % open.length]!;
    return at[0] !== before[0] || at[1] !== before[1];
  });
  return [...distinct, distinct[0]!];
}
