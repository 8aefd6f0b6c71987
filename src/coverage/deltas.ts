import { kindOfAccount, type Account } from '../stock/account.js';
import type { Booked, Movement, Reservation } from '../stock/ledger.js';
import { dayOf, type Day, type Instant } from '../time.js';
import { pickEarlier, pickLater } from './coverage.js';
import { mondayOf } from './timeline.js';

/**
 * What entries of the ledger change in coverage. Into transit: in transit; from there to a point or into people's hands:
 * delivered; damaged and lost on the way count where the pieces were going. A reserve adds to what is planned, a release takes
 * off. A reversing movement bears the date of what it reverses, so it takes its pieces off the day on which they were counted.
 * What has no municipality (a receipt, what was damaged on arrival) is no part of coverage.
 */
export interface CellKey {
  readonly campaignId: string;
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly lotId: string;
}

interface CellDelta extends CellKey {
  planned: number;
  inTransit: number;
  delivered: number;
  damaged: number;
  lost: number;
  firstDeliveredAt: Instant | null;
  lastDeliveredAt: Instant | null;
}

interface DayDelta extends CellKey {
  readonly day: Day;
  readonly week: Day;
  dispatched: number;
  delivered: number;
  damaged: number;
  lost: number;
}

interface PointDelta extends CellKey {
  readonly deliveryPointId: string;
  planned: number;
  delivered: number;
}

interface TransitDelta {
  readonly campaignId: string;
  readonly consignmentId: string;
  readonly materialId: string;
  inTransit: number;
}

/** One movement that brought pieces. */
export interface Delivery extends CellKey {
  readonly movementId: string;
  readonly deliveryPointId: string | null;
  readonly consignmentId: string | null;
  readonly causeId: string;
  readonly occurredAt: Instant;
  readonly quantity: number;
}

export interface CoverageDeltas {
  readonly cells: CellDelta[];
  readonly days: DayDelta[];
  readonly points: PointDelta[];
  readonly transits: TransitDelta[];
  readonly deliveries: Delivery[];
  /** Pieces to take off earlier deliveries, by their movement. */
  readonly takenOff: { readonly movementId: string; readonly quantity: number }[];
  /** Cells whose first and last delivery may be others now. */
  readonly redated: CellKey[];
}

/** One change a row, in the order of the keys, so that writers who meet lock rows in the same order. */
export function foldBooked(booked: Booked): CoverageDeltas {
  const fold = new Fold();
  for (const movement of booked.movements) fold.addMovement(movement);
  for (const reservation of booked.reservations) fold.addReservation(reservation);
  return fold.finish();
}

type Flow = 'inTransit' | 'delivered' | 'damaged' | 'lost';

const FLOW_OF: Partial<Record<ReturnType<typeof kindOfAccount>, Flow>> = {
  in_transit: 'inTransit',
  delivered: 'delivered',
  handed_out: 'delivered',
  damaged: 'damaged',
  lost: 'lost',
};

class Fold {
  private readonly cells = new Map<string, CellDelta>();
  private readonly days = new Map<string, DayDelta>();
  private readonly points = new Map<string, PointDelta>();
  private readonly transits = new Map<string, TransitDelta>();
  private readonly redated = new Map<string, CellKey>();
  private readonly deliveries: Delivery[] = [];
  private readonly takenOff: { movementId: string; quantity: number }[] = [];

  addMovement(movement: Movement): void {
    const { municipalityCode } = movement;
    if (municipalityCode === undefined) return;
    const key: CellKey = { ...cellKeyOf(movement), municipalityCode };
    const [from, to] = [flowOf(movement.from), flowOf(movement.to)];
    for (const [flow, quantity] of [
      [from, -movement.quantity],
      [to, movement.quantity],
    ] as const) {
      if (flow !== undefined) this.addFlow(key, movement, flow, quantity);
    }
    const dispatched = dispatchedBy(movement);
    if (dispatched !== 0) this.dayDelta(key, movement.occurredAt).dispatched += dispatched;
    if (to === 'delivered') this.addDelivery(key, movement);
    if (from === 'delivered' && movement.reverses !== undefined) {
      this.takenOff.push({ movementId: movement.reverses, quantity: movement.quantity });
      this.redated.set(textOf(key), key);
    }
  }

  addReservation(reservation: Reservation): void {
    const { municipalityCode, deliveryPointId, quantity } = reservation;
    const key: CellKey = { ...cellKeyOf(reservation), municipalityCode };
    const planned = reservation.kind === 'reserve' ? quantity : -quantity;
    this.cellDelta(key).planned += planned;
    this.pointDelta(key, deliveryPointId).planned += planned;
  }

  finish(): CoverageDeltas {
    return {
      cells: inOrder(this.cells),
      days: inOrder(this.days),
      points: inOrder(this.points),
      transits: inOrder(this.transits),
      redated: inOrder(this.redated),
      deliveries: this.deliveries,
      takenOff: this.takenOff,
    };
  }

  private addFlow(key: CellKey, movement: Movement, flow: Flow, quantity: number): void {
    this.cellDelta(key)[flow] += quantity;
    if (flow === 'inTransit') this.addTransit(movement, quantity);
    else this.dayDelta(key, movement.occurredAt)[flow] += quantity;
    if (flow === 'delivered' && movement.deliveryPointId !== undefined) {
      this.pointDelta(key, movement.deliveryPointId).delivered += quantity;
    }
  }

  private addTransit({ campaignId, consignmentId, materialId }: Movement, quantity: number): void {
    if (consignmentId === undefined) return;
    entryOf(this.transits, `${consignmentId} ${materialId}`, () => ({
      campaignId,
      consignmentId,
      materialId,
      inTransit: 0,
    })).inTransit += quantity;
  }

  private addDelivery(key: CellKey, movement: Movement): void {
    const cell = this.cellDelta(key);
    cell.firstDeliveredAt = pickEarlier(cell.firstDeliveredAt, movement.occurredAt);
    cell.lastDeliveredAt = pickLater(cell.lastDeliveredAt, movement.occurredAt);
    this.deliveries.push({
      ...key,
      movementId: movement.id,
      deliveryPointId: movement.deliveryPointId ?? null,
      consignmentId: movement.consignmentId ?? null,
      causeId: movement.cause.id,
      occurredAt: movement.occurredAt,
      quantity: movement.quantity,
    });
  }

  private cellDelta(key: CellKey): CellDelta {
    return entryOf(this.cells, textOf(key), () => ({
      ...key,
      planned: 0,
      inTransit: 0,
      delivered: 0,
      damaged: 0,
      lost: 0,
      firstDeliveredAt: null,
      lastDeliveredAt: null,
    }));
  }

  private dayDelta(key: CellKey, occurredAt: Instant): DayDelta {
    const day = dayOf(occurredAt);
    return entryOf(this.days, `${day} ${textOf(key)}`, () => ({
      ...key,
      day,
      week: mondayOf(day),
      dispatched: 0,
      delivered: 0,
      damaged: 0,
      lost: 0,
    }));
  }

  private pointDelta(key: CellKey, deliveryPointId: string): PointDelta {
    return entryOf(this.points, `${deliveryPointId} ${textOf(key)}`, () => ({
      ...key,
      deliveryPointId,
      planned: 0,
      delivered: 0,
    }));
  }
}

function flowOf(account: Account): Flow | undefined {
  return FLOW_OF[kindOfAccount(account)];
}

/** Pieces sent off; a return brings pieces back without undoing that they were sent. */
function dispatchedBy({ from, to, quantity, reverses }: Movement): number {
  const [source, target] = [kindOfAccount(from), kindOfAccount(to)];
  if (source === 'warehouse' && target === 'in_transit' && reverses === undefined) return quantity;
  if (source === 'in_transit' && target === 'warehouse' && reverses !== undefined) return -quantity;
  return 0;
}

function cellKeyOf(entry: Omit<CellKey, 'municipalityCode'>): Omit<CellKey, 'municipalityCode'> {
  const { campaignId, materialId, lotId } = entry;
  return { campaignId, materialId, lotId };
}

function textOf({ campaignId, municipalityCode, materialId, lotId }: CellKey): string {
  return `${campaignId} ${municipalityCode} ${materialId} ${lotId}`;
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function inOrder<V>(map: ReadonlyMap<string, V>): V[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
