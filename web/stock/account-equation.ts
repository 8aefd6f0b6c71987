import type { LotFigures } from '../../src/stock/lot-account.js';

/** The parts of a print run's account, in the order in which a piece lives: what is added up is what was printed. */
export const ACCOUNT_PARTS = [
  'onHand',
  'inTransit',
  'delivered',
  'handedOut',
  'damaged',
  'lost',
  'disposed',
  'adjusted',
] as const;
export type AccountPart = (typeof ACCOUNT_PARTS)[number];

export interface Term {
  readonly part: AccountPart;
  readonly quantity: number;
}

/** The parts that say something: those that are not nothing, or all of them. */
export function listTerms(figures: LotFigures, { all = false } = {}): Term[] {
  return ACCOUNT_PARTS.map((part) => ({ part, quantity: figures[part] })).filter(
    ({ quantity }) => all || quantity !== 0,
  );
}

/** What a part is of what was printed; null before anything was. */
export function shareOf(quantity: number, printed: number): number | null {
  return printed > 0 ? quantity / printed : null;
}

/** Where the rows behind a part are read: among those who hold the pieces, or on the stock card of their account. */
export type Behind =
  | { readonly kind: 'trace'; readonly part: TracePart }
  | { readonly kind: 'card'; readonly account: 'damaged' | 'lost' | 'disposed' | 'adjustment' };

export const TRACE_PARTS = ['onHand', 'inTransit', 'delivered', 'handedOut'] as const;
export type TracePart = (typeof TRACE_PARTS)[number];

const BEHIND: Readonly<Record<AccountPart, Behind>> = {
  onHand: { kind: 'trace', part: 'onHand' },
  inTransit: { kind: 'trace', part: 'inTransit' },
  delivered: { kind: 'trace', part: 'delivered' },
  handedOut: { kind: 'trace', part: 'handedOut' },
  damaged: { kind: 'card', account: 'damaged' },
  lost: { kind: 'card', account: 'lost' },
  disposed: { kind: 'card', account: 'disposed' },
  adjusted: { kind: 'card', account: 'adjustment' },
};

export function findBehind(part: AccountPart): Behind {
  return BEHIND[part];
}
