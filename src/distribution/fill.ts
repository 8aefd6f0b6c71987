/**
 * How a batch is filled by one command. What a municipality still lacks of a material is spread over its chosen
 * points by their audience where all of them have one, else equally: each gets its exact share rounded down, and what
 * is left goes piece by piece to the largest remainders, the earlier point first. The parts add up to the need, never
 * more. A point appears once in a batch and a material once in a consignment: what is added to a line that is
 * there raises it.
 */
export interface FillPoint {
  readonly id: string;
  readonly municipalityCode: string;
  /** People that the point serves, e.g. pupils; null where nobody knows. */
  readonly audience: number | null;
}

export interface LineWish {
  readonly materialId: string;
  readonly quantity: number;
}

export interface MunicipalityNeed {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly need: number;
}

/** A consignment of the draft: before and after. Without id: to be made. */
export interface DraftConsignment {
  readonly id?: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  readonly lines: readonly LineWish[];
}

export interface FillLine {
  readonly materialId: string;
  /** Pieces for each point; null: up to the target. */
  readonly quantity: number | null;
}

/**
 * The draft's consignments after the fill: those that were there, in their order, with what was added, then the new
 * ones in the order of the points. A point for which nothing is left gets no consignment.
 *
 * @param points chosen, each once
 * @param needs what municipalities still lack, of the materials to fill up to target; what the draft already
 *   carries there is taken off
 */
export function fillDraft(
  draft: readonly DraftConsignment[],
  points: readonly FillPoint[],
  lines: readonly FillLine[],
  needs: readonly MunicipalityNeed[],
): DraftConsignment[] {
  const wishes = new Map(points.map((point) => [point.id, [] as LineWish[]]));
  for (const line of lines) {
    const shares =
      line.quantity === null
        ? spreadNeeds(points, subtractDraft(needs, draft, line.materialId))
        : new Map(points.map((point) => [point.id, line.quantity!]));
    for (const [pointId, quantity] of shares) {
      if (quantity > 0) wishes.get(pointId)?.push({ materialId: line.materialId, quantity });
    }
  }
  const present = draft.map((consignment) => {
    const added = wishes.get(consignment.deliveryPointId) ?? [];
    wishes.delete(consignment.deliveryPointId);
    return added.length === 0
      ? consignment
      : { ...consignment, lines: mergeLines(consignment.lines, added) };
  });
  const made = points.flatMap((point) => {
    const wanted = wishes.get(point.id) ?? [];
    const { id: deliveryPointId, municipalityCode } = point;
    return wanted.length === 0 ? [] : [{ deliveryPointId, municipalityCode, lines: wanted }];
  });
  return [...present, ...made];
}

/** Lines of both, a material once, quantities added. */
export function mergeLines(lines: readonly LineWish[], added: readonly LineWish[]): LineWish[] {
  const merged = new Map(lines.map((line) => [line.materialId, line.quantity]));
  for (const { materialId, quantity } of added) {
    merged.set(materialId, (merged.get(materialId) ?? 0) + quantity);
  }
  return [...merged].map(([materialId, quantity]) => ({ materialId, quantity }));
}

/** A draft is not planned, so nobody else counts it; filled twice, it must not carry the need twice. */
function subtractDraft(
  needs: readonly MunicipalityNeed[],
  draft: readonly DraftConsignment[],
  materialId: string,
): Map<string, number> {
  const open = new Map<string, number>();
  for (const need of needs) {
    if (need.materialId === materialId) open.set(need.municipalityCode, need.need);
  }
  for (const { municipalityCode, lines } of draft) {
    const left = open.get(municipalityCode);
    if (left === undefined) continue;
    const carried = lines.find((line) => line.materialId === materialId)?.quantity ?? 0;
    open.set(municipalityCode, left - carried);
  }
  return open;
}

function spreadNeeds(
  points: readonly FillPoint[],
  needs: ReadonlyMap<string, number>,
): Map<string, number> {
  const shares = new Map<string, number>();
  for (const municipalityCode of new Set(points.map((point) => point.municipalityCode))) {
    const chosen = points.filter((point) => point.municipalityCode === municipalityCode);
    const parts = apportion(Math.max(0, needs.get(municipalityCode) ?? 0), weigh(chosen));
    chosen.forEach((point, index) => shares.set(point.id, parts[index]!));
  }
  return shares;
}

function weigh(points: readonly FillPoint[]): number[] {
  const known = points.every((point) => point.audience !== null && point.audience > 0);
  return points.map((point) => (known ? point.audience! : 1));
}

/**
 * Whole parts of `total` in proportion to `weights` (whole, positive), by largest remainder; they add up to `total`.
 * Exact: a total times a weight can be more than a double holds.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight);
    return { index, whole: exact / sum, remainder: exact % sum };
  });
  const given = shares.reduce((before, share) => before + share.whole, 0n);
  const first = [...shares]
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
    .slice(0, Number(BigInt(total) - given));
  const parts = shares.map((share) => Number(share.whole));
  for (const { index } of first) parts[index]! += 1;
  return parts;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
