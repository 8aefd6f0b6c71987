import type { Instant } from '../time.js';
import { kindOfAccount, mayFallBelowZero, type Account } from './account.js';

/**
 * Balances. What lies in an account of a lot is the sum of what came minus what went; in transit it is kept for each
 * consignment. No balance but the supplier's and the adjustment's falls below zero, now or at any moment in the past;
 * the balance of a moment is the one after all its movements.
 */

/** What a movement says about where pieces come from and go to. */
export interface Flow {
  readonly lotId: string;
  readonly from: Account;
  readonly to: Account;
  readonly quantity: number;
  readonly occurredAt: Instant;
  readonly consignmentId?: string | undefined;
}

export interface BalanceKey {
  readonly account: Account;
  readonly lotId: string;
  /** Of a balance in transit; empty for every other. */
  readonly consignmentId: string;
}

export interface BalanceChange extends BalanceKey {
  /** Signed pieces. */
  readonly delta: number;
  readonly latestOccurredAt: Instant;
}

/** One side of a flow: an amount, signed, in one balance at one moment. */
export interface Entry extends BalanceKey {
  readonly delta: number;
  readonly occurredAt: Instant;
}

export function entriesOf(flow: Flow): [Entry, Entry] {
  const { lotId, occurredAt, quantity } = flow;
  const consignmentOf = (account: Account): string =>
    kindOfAccount(account) === 'in_transit' ? (flow.consignmentId ?? '') : '';
  return [
    {
      account: flow.from,
      lotId,
      consignmentId: consignmentOf(flow.from),
      delta: -quantity,
      occurredAt,
    },
    { account: flow.to, lotId, consignmentId: consignmentOf(flow.to), delta: quantity, occurredAt },
  ];
}

export function textOfKey(key: BalanceKey): string {
  return `${key.account} ${key.lotId} ${key.consignmentId}`;
}

/** In the order in which rows are locked, the same in every instance. */
export function compareKeys(a: BalanceKey, b: BalanceKey): number {
  return (
    compareText(a.account, b.account) ||
    compareText(a.lotId, b.lotId) ||
    compareText(a.consignmentId, b.consignmentId)
  );
}

/** One change for each balance that the flows touch, in locking order. */
export function changesOf(flows: readonly Flow[]): BalanceChange[] {
  const changes = new Map<string, BalanceChange>();
  for (const entry of flows.flatMap(entriesOf)) {
    const key = textOfKey(entry);
    const known = changes.get(key);
    changes.set(key, {
      account: entry.account,
      lotId: entry.lotId,
      consignmentId: entry.consignmentId,
      delta: entry.delta + (known?.delta ?? 0),
      latestOccurredAt: latest(entry.occurredAt, known?.latestOccurredAt),
    });
  }
  return [...changes.values()].sort(compareKeys);
}

/** A balance and the moment from which its past has to be looked at again. */
export interface Suspect extends BalanceKey {
  readonly since: Instant;
}

/**
 * The balances whose past the flows may have emptied: pieces leave them at a moment before the latest of the row
 * (`latestOf`, with the flows themselves). What leaves at the latest moment or after it is covered by the present balance.
 */
export function suspectsOf(
  flows: readonly Flow[],
  latestOf: (key: BalanceKey) => Instant | undefined,
): Suspect[] {
  const suspects = new Map<string, Suspect>();
  for (const entry of flows.flatMap(entriesOf)) {
    if (entry.delta > 0 || mayFallBelowZero(entry.account)) continue;
    const latestOccurredAt = latestOf(entry);
    if (latestOccurredAt === undefined || entry.occurredAt >= latestOccurredAt) continue;
    const key = textOfKey(entry);
    const known = suspects.get(key);
    if (known !== undefined && known.since <= entry.occurredAt) continue;
    const { account, lotId, consignmentId, occurredAt } = entry;
    suspects.set(key, { account, lotId, consignmentId, since: occurredAt });
  }
  return [...suspects.values()].sort(compareKeys);
}

export interface Shortage extends BalanceKey {
  readonly occurredAt: Instant;
  /** Below zero. */
  readonly balance: number;
}

/**
 * The first moment at or after `since` at which the balance is negative, or undefined. The statement of the ledger
 * answers the same: the present balance, less what came and went after the moment.
 */
export function findNegativeMoment(
  entries: readonly Entry[],
  since: Instant,
): Shortage | undefined {
  const onHand = entries.reduce((sum, entry) => sum + entry.delta, 0);
  const moments = [...new Set(entries.map((entry) => entry.occurredAt))]
    .filter((moment) => moment >= since)
    .sort(compareText);
  for (const moment of moments) {
    const after = entries
      .filter((entry) => entry.occurredAt > moment)
      .reduce((sum, entry) => sum + entry.delta, 0);
    const first = entries[0];
    if (onHand - after < 0 && first !== undefined)
      return {
        account: first.account,
        lotId: first.lotId,
        consignmentId: first.consignmentId,
        occurredAt: moment,
        balance: onHand - after,
      };
  }
  return undefined;
}

/** Balances as the entries alone give them, by `textOfKey`. */
export function replay(flows: readonly Flow[]): Map<string, BalanceChange> {
  return new Map(changesOf(flows).map((change) => [textOfKey(change), change]));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function latest(a: Instant, b: Instant | undefined): Instant {
  return b === undefined || a > b ? a : b;
}
