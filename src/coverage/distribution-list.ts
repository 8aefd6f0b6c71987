import type { Instant } from '../time.js';
import { type Outlook, pickEarlier, pickLater } from './coverage.js';

/**
 * The distribution list: each delivery point and material with what it got, when, and how; and the points that got
 * nothing, for no place drops out of a list. What was delivered of a print run that is withdrawn since is told beside it and
 * reaches nobody.
 */
export interface ListedPieces {
  readonly deliveryPointId: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly delivered: number;
}

export interface ListedPoint {
  readonly id: string;
  readonly active: boolean;
}

/** A line of the list, before its deliveries are looked up. */
export interface ListLine<P extends ListedPoint> {
  readonly point: P;
  /** Null: the point got nothing at all, and no material is asked for. */
  readonly materialId: string | null;
  readonly lotIds: readonly string[];
  readonly delivered: number;
  readonly withdrawn: number;
  readonly state: 'reached' | 'not_reached';
}

export interface ListFacts<P extends ListedPoint> {
  /** In the order of the list. */
  readonly points: readonly P[];
  readonly pieces: readonly ListedPieces[];
  readonly withdrawnLotIds: ReadonlySet<string>;
  /** Where one material is asked for. */
  readonly materialId: string | null;
}

export function listPoints<P extends ListedPoint>(facts: ListFacts<P>): ListLine<P>[] {
  const piecesOf = new Map<string, ListedPieces[]>();
  for (const pieces of facts.pieces) {
    if (pieces.delivered <= 0) continue;
    const own = piecesOf.get(pieces.deliveryPointId);
    if (own === undefined) piecesOf.set(pieces.deliveryPointId, [pieces]);
    else own.push(pieces);
  }
  return facts.points.flatMap((point) => {
    const lines = linesOf(point, piecesOf.get(point.id) ?? [], facts.withdrawnLotIds);
    if (lines.length > 0 || !point.active) return lines;
    return [
      {
        point,
        materialId: facts.materialId,
        lotIds: [],
        delivered: 0,
        withdrawn: 0,
        state: 'not_reached',
      },
    ];
  });
}

function linesOf<P extends ListedPoint>(
  point: P,
  pieces: readonly ListedPieces[],
  withdrawnLotIds: ReadonlySet<string>,
): ListLine<P>[] {
  const materialIds = [...new Set(pieces.map(({ materialId }) => materialId))].sort();
  return materialIds.map((materialId) => {
    const own = pieces.filter((each) => each.materialId === materialId);
    const delivered = sumOf(own.filter(({ lotId }) => !withdrawnLotIds.has(lotId)));
    return {
      point,
      materialId,
      lotIds: own.map(({ lotId }) => lotId).sort(),
      delivered,
      withdrawn: sumOf(own) - delivered,
      state: delivered > 0 ? 'reached' : 'not_reached',
    };
  });
}

function sumOf(pieces: readonly ListedPieces[]): number {
  return pieces.reduce((sum, { delivered }) => sum + delivered, 0);
}

/** What comes next for a point that got nothing. */
export interface Expected {
  planned: number;
  awaited: number;
  silent: number;
}

export function outlookOfPoint(expected: Expected | undefined): Outlook {
  if (expected === undefined) return 'nothing';
  if (expected.silent > 0) return 'silent';
  if (expected.awaited > 0) return 'in_transit';
  return expected.planned > 0 ? 'planned' : 'nothing';
}

/** One movement that brought pieces to a point, or what several of one consignment or issue brought together. */
export interface Arrival {
  readonly consignmentId: string | null;
  /** The issue, where there is no consignment. */
  readonly causeId: string;
  readonly quantity: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** One entry a consignment or issue, the latest first. */
export function gatherArrivals(arrivals: readonly Arrival[]): Arrival[] {
  const gathered = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    const key = arrival.consignmentId ?? arrival.causeId;
    const known = gathered.get(key);
    gathered.set(
      key,
      known === undefined
        ? arrival
        : {
            ...known,
            quantity: known.quantity + arrival.quantity,
            firstAt: pickEarlier(known.firstAt, arrival.firstAt)!,
            lastAt: pickLater(known.lastAt, arrival.lastAt)!,
          },
    );
  }
  return [...gathered.values()].sort((a, b) =>
    a.lastAt === b.lastAt ? 0 : a.lastAt < b.lastAt ? 1 : -1,
  );
}
