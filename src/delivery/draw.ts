/**
 * Which print runs pieces come from. Confirmations draw from the front of what a line has still in transit (delivered, then
 * damaged, then missing), returns and losses from the end, so that they commute: whichever is booked first, both take
 * the same pieces. Surplus is of the line's last print run.
 */
export interface LotPieces {
  readonly lotId: string;
  /** Pieces. */
  readonly quantity: number;
}

export interface Draw {
  readonly taken: readonly LotPieces[];
  /** What is left, in the same order; emptied lots stay with 0. */
  readonly left: readonly LotPieces[];
}

/** Takes `quantity` pieces from the first lots on. There are enough: whoever calls has counted. */
export function drawFromFront(lots: readonly LotPieces[], quantity: number): Draw {
  let wanted = quantity;
  const taken: LotPieces[] = [];
  const left = lots.map((lot) => {
    const part = Math.min(wanted, lot.quantity);
    wanted -= part;
    if (part > 0) taken.push({ lotId: lot.lotId, quantity: part });
    return { lotId: lot.lotId, quantity: lot.quantity - part };
  });
  if (wanted > 0) throw new RangeError('more is drawn from a line than it has in transit');
  return { taken, left };
}

/** Takes `quantity` pieces from the last lots on. */
export function drawFromEnd(lots: readonly LotPieces[], quantity: number): Draw {
  const { taken, left } = drawFromFront(lots.toReversed(), quantity);
  return { taken: taken.toReversed(), left: left.toReversed() };
}

/** Where drawn pieces of a consignment go to. */
export type Destination = 'delivered' | 'damaged' | 'lost' | 'warehouse';

export interface Drawn extends LotPieces {
  readonly to: Destination | 'surplus';
}

export interface ToldPieces {
  readonly delivered: number;
  readonly damaged: number;
  readonly missing: number;
  readonly surplus: number;
}

/** What one line of a confirmation takes from the line's lots; refused pieces stay where they are. */
export function drawConfirmed(
  lots: readonly LotPieces[],
  told: ToldPieces,
): { drawn: Drawn[]; left: readonly LotPieces[] } {
  const delivered = drawFromFront(lots, told.delivered);
  const damaged = drawFromFront(delivered.left, told.damaged);
  const missing = drawFromFront(damaged.left, told.missing);
  const last = lots.at(-1);
  const drawn: Drawn[] = [
    ...delivered.taken.map((pieces) => ({ ...pieces, to: 'delivered' as const })),
    ...damaged.taken.map((pieces) => ({ ...pieces, to: 'damaged' as const })),
    ...missing.taken.map((pieces) => ({ ...pieces, to: 'lost' as const })),
  ];
  if (told.surplus > 0 && last !== undefined) {
    drawn.push({ lotId: last.lotId, quantity: told.surplus, to: 'surplus' });
  }
  return { drawn, left: missing.left };
}
