/**
 * How pieces of a consignment move. Delivered pieces go from transit to the delivery point, damaged and missing ones to
 * damaged and lost, returned ones to a warehouse; a surplus comes out of the adjustment account. Every movement names its
 * batch, consignment and point.
 */
import {
  deliveredAccount,
  inTransitAccount,
  kindOfAccount,
  warehouseAccount,
  type Account,
} from '../stock/account.js';
import type { CauseKind, Movement, MovementDraft } from '../stock/ledger.js';
import type { Instant } from '../time.js';
import type { Drawn, LotPieces } from './draw.js';

/** Where a consignment travels. */
export interface Route {
  readonly batchId: string;
  readonly consignmentId: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
}

export interface Trip extends Route {
  /** Where returned pieces go. */
  readonly warehouseId: string;
}

export function loadPieces(trip: Trip, pieces: LotPieces, occurredAt: Instant): MovementDraft {
  const { warehouseId, ...route } = trip;
  return {
    ...route,
    lotId: pieces.lotId,
    quantity: pieces.quantity,
    from: warehouseAccount(warehouseId),
    to: inTransitAccount(route.batchId),
    occurredAt,
  };
}

export function moveDrawn(trip: Trip, drawn: Drawn, occurredAt: Instant): MovementDraft {
  const { warehouseId, ...route } = trip;
  return {
    ...route,
    lotId: drawn.lotId,
    quantity: drawn.quantity,
    from: drawn.to === 'surplus' ? 'adjustment' : inTransitAccount(route.batchId),
    to: chooseAccount(drawn.to, route, warehouseId),
    occurredAt,
  };
}

function chooseAccount(to: Drawn['to'], route: Route, warehouseId: string): Account {
  switch (to) {
    case 'delivered':
    case 'surplus':
      return deliveredAccount(route.deliveryPointId);
    case 'damaged':
    case 'lost':
      return to;
    case 'warehouse':
      return warehouseAccount(warehouseId);
    default:
      return to satisfies never;
  }
}

/** What each lot of a consignment has in transit, from its movements. */
export function sumInTransit(movements: readonly Movement[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { lotId, from, to, quantity } of movements) {
    const change =
      (kindOfAccount(to) === 'in_transit' ? quantity : 0) -
      (kindOfAccount(from) === 'in_transit' ? quantity : 0);
    pieces.set(lotId, (pieces.get(lotId) ?? 0) + change);
  }
  return pieces;
}

/** Movements that still count: neither reversed nor reversing. */
export function findStandingMovements(movements: readonly Movement[]): Movement[] {
  const reversed = new Set(movements.map((movement) => movement.reverses));
  return movements.filter(
    (movement) => movement.reverses === undefined && !reversed.has(movement.id),
  );
}

/** What a confirmation counts by the movements that stand in its name. */
export type Effect = 'delivered' | 'damaged' | 'missing' | 'surplus';

export function effectOf(movement: Movement): Effect {
  if (movement.from === 'adjustment') return 'surplus';
  if (movement.to === 'damaged') return 'damaged';
  if (movement.to === 'lost') return 'missing';
  return 'delivered';
}

/** Causes under which something is booked in the name of a confirmation. */
const CONFIRMING: readonly CauseKind[] = ['confirmation', 'correction', 'preference'];

export function isBookedByConfirmation(movement: Movement): boolean {
  return CONFIRMING.includes(movement.cause.kind);
}

/** Out of transit for good: neither loading nor bringing back. */
export function isWordOfDelivery(movement: Movement): boolean {
  return kindOfAccount(movement.from) !== 'warehouse' && kindOfAccount(movement.to) !== 'warehouse';
}
