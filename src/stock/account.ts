/**
 * Accounts. Every piece is in exactly one account at every moment: at the supplier's, in a warehouse, in transit,
 * at a delivery point, handed out in a municipality, damaged, lost, disposed of, or adjusted away.
 * Only the supplier's and the adjustment's balance may fall below zero: the one is where pieces come from,
 * the other takes what counts and surplus add or miss.
 */
export type Account =
  | 'supplier'
  | 'damaged'
  | 'lost'
  | 'disposed'
  | 'adjustment'
  | `warehouse:${string}`
  | `in_transit:${string}`
  | `delivered:${string}`
  | `handed_out:${string}`;

export const SINGLE_ACCOUNTS = ['supplier', 'damaged', 'lost', 'disposed', 'adjustment'] as const;
export const OWNED_ACCOUNTS = ['warehouse', 'in_transit', 'delivered', 'handed_out'] as const;

export type AccountKind = (typeof SINGLE_ACCOUNTS)[number] | (typeof OWNED_ACCOUNTS)[number];

/** An account taken apart; `ownerId` is the warehouse, batch, delivery point or municipality, and empty where there is one only. */
export interface ParsedAccount {
  readonly kind: AccountKind;
  readonly ownerId: string;
}

/** An owner is an id or a municipality's code: never empty, and without what would make the text ambiguous. */
const OWNER = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads an account as it is written; undefined where the text is none. */
export function parseAccount(text: string): ParsedAccount | undefined {
  if (isOneOf(SINGLE_ACCOUNTS, text)) return { kind: text, ownerId: '' };
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const kind = text.slice(0, colon);
  const ownerId = text.slice(colon + 1);
  return isOneOf(OWNED_ACCOUNTS, kind) && OWNER.test(ownerId) ? { kind, ownerId } : undefined;
}

/** Writes what `parseAccount` reads. */
export function formatAccount(account: ParsedAccount): Account {
  return (account.ownerId === '' ? account.kind : `${account.kind}:${account.ownerId}`) as Account;
}

export function kindOfAccount(account: Account): AccountKind {
  const colon = account.indexOf(':');
  return (colon < 0 ? account : account.slice(0, colon)) as AccountKind;
}

export function ownerOfAccount(account: Account): string {
  return account.slice(account.indexOf(':') + 1);
}

export function mayFallBelowZero(account: Account): boolean {
  return account === 'supplier' || account === 'adjustment';
}

export const warehouseAccount = (warehouseId: string): Account => `warehouse:${warehouseId}`;
export const inTransitAccount = (batchId: string): Account => `in_transit:${batchId}`;
export const deliveredAccount = (deliveryPointId: string): Account =>
  `delivered:${deliveryPointId}`;
export const handedOutAccount = (municipalityCode: string): Account =>
  `handed_out:${municipalityCode}`;

function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return (list as readonly string[]).includes(text);
}
