/**
 * What was sent against what was confirmed. A discrepancy is of one consignment, material and kind: `unexplained` (sent, and no
 * word of it, once one confirmation stands), `missing`, `damaged`, `surplus`; refused pieces await their return and open
 * none. It is open until somebody accounts for it and closes by itself at 0.
 *
 * Resolving what is unexplained books it from transit to where it was found to be. Resolving missing or damaged pieces as they
 * were booked moves nothing; as something else, reverses and books that. A surplus only closes.
 */
import { countUnexplained, type LineCounters } from '../distribution/consignment-state.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { Destination } from './draw.js';

export const DISCREPANCY_KINDS = ['unexplained', 'missing', 'damaged', 'surplus'] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

export const RESOLUTIONS = ['lost', 'damaged', 'delivered', 'returned', 'counted_wrong'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Kinds whose pieces stay booked where they are once somebody has accounted for them. */
export type SettledKind = Exclude<DiscrepancyKind, 'unexplained'>;

/** Pieces of a line that are accounted for as they are booked. */
export type Settled = Readonly<Partial<Record<SettledKind, number>>>;

export interface Difference {
  readonly kind: DiscrepancyKind;
  /** Pieces nobody has accounted for yet. */
  readonly quantity: number;
}

/** The differences of one line; none before a confirmation stands. */
export function findDifferences(
  line: LineCounters & { readonly surplus: number },
  stands: boolean,
  settled: Settled,
): Difference[] {
  const open: Record<DiscrepancyKind, number> = {
    unexplained: stands ? countUnexplained(line) : 0,
    missing: line.missing - (settled.missing ?? 0),
    damaged: line.damaged - (settled.damaged ?? 0),
    surplus: line.surplus - (settled.surplus ?? 0),
  };
  return DISCREPANCY_KINDS.map((kind) => ({ kind, quantity: open[kind] })).filter(
    ({ quantity }) => quantity > 0,
  );
}

export interface OpenDiscrepancy extends Difference {
  readonly id: string;
  readonly materialId: string;
}

export interface LineDifference extends Difference {
  readonly materialId: string;
}

/** What has to change so that the open discrepancies of a consignment are the differences there are. */
export interface Review {
  readonly opened: readonly LineDifference[];
  readonly changed: readonly OpenDiscrepancy[];
  readonly closed: readonly OpenDiscrepancy[];
}

export function reviewDiscrepancies(
  open: readonly OpenDiscrepancy[],
  differences: readonly LineDifference[],
): Review {
  const keyOf = (each: LineDifference): string => `${each.materialId} ${each.kind}`;
  const known = new Map(open.map((each) => [keyOf(each), each]));
  const wanted = new Map(differences.map((each) => [keyOf(each), each]));
  return {
    opened: differences.filter((each) => !known.has(keyOf(each))),
    changed: open.flatMap((each) => {
      const quantity = wanted.get(keyOf(each))?.quantity;
      return quantity === undefined || quantity === each.quantity ? [] : [{ ...each, quantity }];
    }),
    closed: open.filter((each) => !wanted.has(keyOf(each))),
  };
}

/** Counters of a line that a resolution raises. */
export type ResolvedCounter = 'delivered' | 'damaged' | 'returned' | 'lost';

export type Effect =
  /** Stays booked as it is. */
  | { readonly does: 'settle'; readonly settles: SettledKind }
  /** From transit, or out of the account that it was booked to and from there. */
  | {
      readonly does: 'move';
      readonly from: 'transit' | 'booked';
      readonly to: Destination;
      readonly counter: ResolvedCounter;
      readonly settles?: SettledKind;
      readonly dated: ResolvedDate;
    };

/** When it happened: at the delivery, at the dispatch (it was never loaded), or when somebody says so. */
export type ResolvedDate = 'delivery' | 'dispatch' | 'now';

const moveTo: Readonly<Record<Resolution, Omit<Effect & { does: 'move' }, 'from'>>> = {
  lost: { does: 'move', to: 'lost', counter: 'lost', dated: 'now' },
  damaged: {
    does: 'move',
    to: 'damaged',
    counter: 'damaged',
    settles: 'damaged',
    dated: 'delivery',
  },
  delivered: { does: 'move', to: 'delivered', counter: 'delivered', dated: 'delivery' },
  returned: { does: 'move', to: 'warehouse', counter: 'returned', dated: 'now' },
  counted_wrong: { does: 'move', to: 'warehouse', counter: 'returned', dated: 'dispatch' },
};

/** What the resolution does; `rule` where it makes no sense for the kind. */
export function chooseEffect(kind: DiscrepancyKind, resolution: Resolution): Effect {
  switch (kind) {
    case 'unexplained':
      return { ...moveTo[resolution], from: 'transit' };
    case 'missing':
      if (resolution === 'lost') return { does: 'settle', settles: 'missing' };
      return { ...moveTo[resolution], from: 'booked' };
    case 'damaged':
      if (resolution === 'damaged') return { does: 'settle', settles: 'damaged' };
      return { ...moveTo[resolution], from: 'booked' };
    case 'surplus':
      if (resolution === 'delivered' || resolution === 'counted_wrong') {
        return { does: 'settle', settles: 'surplus' };
      }
      throw refuseForSurplus(resolution);
    default:
      return kind satisfies never;
  }
}

function refuseForSurplus(resolution: Resolution): Problem {
  const message = {
    en: `A surplus cannot be ${resolution}. Resolve it as delivered or counted_wrong.`,
    sr: `Višak ne može biti „${resolution}“. Rešite ga kao delivered ili counted_wrong.`,
  };
  return new Problem('rule', { errors: [{ path: 'resolution', message }] });
}

/** How many pieces are resolved; all that are open where nobody says. */
export function chooseQuantity(open: number, asked: number | undefined): number {
  if (asked === undefined || asked <= open) return asked ?? open;
  const message = {
    en: `${open} pieces are open; ${asked} cannot be resolved.`,
    sr: `Otvoreno je ${open} komada; ne može se rešiti ${asked}.`,
  };
  throw new Problem('rule', { errors: [{ path: 'quantity', message }] });
}

/** A movement that was booked in the name of a confirmation and not reversed since. */
export interface BookedPieces {
  readonly movementId: string;
  readonly lotId: string;
  readonly quantity: number;
  readonly occurredAt: Instant;
}

export interface Unbooking {
  /** Reversed whole, since a movement is reversed once. */
  readonly reversed: readonly BookedPieces[];
  /** Of these, the pieces that are now booked elsewhere, each with the date of its delivery. */
  readonly moved: readonly BookedPieces[];
  /** What is booked again as it was: the rest of the last one reversed. */
  readonly kept: BookedPieces | undefined;
}

/** Chooses the movements to reverse so that `quantity` pieces can be booked elsewhere: the last booked first. */
export function chooseUnbooking(booked: readonly BookedPieces[], quantity: number): Unbooking {
  const reversed: BookedPieces[] = [];
  const moved: BookedPieces[] = [];
  let kept: BookedPieces | undefined;
  let wanted = quantity;
  for (const pieces of booked.toReversed()) {
    if (wanted === 0) break;
    const part = Math.min(wanted, pieces.quantity);
    wanted -= part;
    reversed.push(pieces);
    moved.push({ ...pieces, quantity: part });
    if (part < pieces.quantity) kept = { ...pieces, quantity: pieces.quantity - part };
  }
  return { reversed, moved, kept };
}
