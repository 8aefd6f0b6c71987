/**
 * Every leaflet accounted for. Of a print run, at any moment: printed = on hand + in transit + delivered + handed out
 * + damaged + lost + disposed + adjusted (missing − found at counts − surplus). `expected` is what its print order
 * has still to bring, and is no part of the sum.
 */
export interface LotFigures {
  readonly printed: number;
  readonly onHand: number;
  readonly inTransit: number;
  readonly delivered: number;
  readonly handedOut: number;
  readonly damaged: number;
  readonly lost: number;
  readonly disposed: number;
  readonly adjusted: number;
}

/** 0 where every piece is accounted for. */
export function countUnaccounted(figures: LotFigures): number {
  const accounted =
    figures.onHand +
    figures.inTransit +
    figures.delivered +
    figures.handedOut +
    figures.damaged +
    figures.lost +
    figures.disposed +
    figures.adjusted;
  return figures.printed - accounted;
}

/** What a print order has still to bring; nothing once it was closed short. */
export function countExpected(order: {
  readonly quantity: number;
  readonly received: number;
  readonly closedShort: boolean;
}): number {
  return order.closedShort ? 0 : Math.max(0, order.quantity - order.received);
}
