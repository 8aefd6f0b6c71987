import assert from 'node:assert';
import { sql, type Engine, type Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import {
  textOfKey,
  type BalanceChange,
  type BalanceKey,
  type Entry,
  type Shortage,
  type Suspect,
} from './balance.js';

/** Rows in one statement: five values each, far below what either engine takes. */
const ROWS_A_STATEMENT = 4_000;

export interface BalanceRow extends BalanceKey {
  readonly onHand: number;
  readonly reserved: number;
  readonly latestOccurredAt: Instant | null;
}

/**
 * Locks the rows of the keys, which come in locking order, and makes those that are not there yet. A row is made with
 * zero and changed afterwards: PostgreSQL checks a row that is proposed for insertion before it looks for a conflict, so
 * that an upsert of a negative amount would be refused even where the row has enough.
 */
export async function lockBalances(
  tx: Transaction,
  keys: readonly BalanceKey[],
): Promise<Map<string, BalanceRow>> {
  const rows = new Map<string, BalanceRow>();
  for (const chunk of chunksOf(keys)) {
    await tx.insert(
      'balance',
      chunk.map((key) => ({
        account: key.account,
        lot_id: key.lotId,
        consignment_id: key.consignmentId,
        on_hand: 0,
        reserved: 0,
      })),
      sql`ON CONFLICT (account, lot_id, consignment_id) DO NOTHING`,
    );
    const values = sql.rows(
      chunk.map((key) => [key.account, key.lotId, key.consignmentId]),
      ['text', 'text', 'text'],
    );
    const lock = tx.engine === 'postgres' ? sql`${tx.forUpdate} OF b` : sql.empty;
    const found = await tx.query<BalanceRow>(sql`
      SELECT b.account AS "account", b.lot_id AS "lotId", b.consignment_id AS "consignmentId",
        b.on_hand AS "onHand", b.reserved AS "reserved", b.latest_occurred_at AS "latestOccurredAt"
      FROM balance b JOIN (${values}) AS v
        ON b.account = v.column1 AND b.lot_id = v.column2 AND b.consignment_id = v.column3
      ORDER BY b.account, b.lot_id, b.consignment_id${lock}`);
    for (const row of found) rows.set(textOfKey(row), row);
  }
  assert.equal(rows.size, keys.length, 'every balance is there and locked');
  return rows;
}

/** One conditional statement: the CHECKs of the row refuse what would fall below zero or below what is reserved. */
export async function changeBalances(
  tx: Transaction,
  changes: readonly BalanceChange[],
): Promise<void> {
  const instant = instantType(tx.engine);
  for (const chunk of chunksOf(changes)) {
    const values = sql.rows(
      chunk.map((change) => [
        change.account,
        change.lotId,
        change.consignmentId,
        change.delta,
        change.latestOccurredAt,
      ]),
      ['text', 'text', 'text', 'bigint', 'text'],
    );
    const changed = await tx.execute(sql`UPDATE balance SET on_hand = balance.on_hand + v.column4,
        latest_occurred_at = CASE
          WHEN balance.latest_occurred_at > CAST(v.column5 AS ${instant}) THEN balance.latest_occurred_at
          ELSE CAST(v.column5 AS ${instant}) END
      FROM (${values}) AS v
      WHERE balance.account = v.column1 AND balance.lot_id = v.column2
        AND balance.consignment_id = v.column3`);
    assert.equal(changed, chunk.length, 'every balance was changed');
  }
}

export interface ReservedChange extends BalanceKey {
  /** Signed pieces. */
  readonly delta: number;
}

/** The same for what is reserved. */
export async function changeReserved(
  tx: Transaction,
  changes: readonly ReservedChange[],
): Promise<void> {
  for (const chunk of chunksOf(changes)) {
    const values = sql.rows(
      chunk.map((change) => [change.account, change.lotId, change.delta]),
      ['text', 'text', 'bigint'],
    );
    const changed =
      await tx.execute(sql`UPDATE balance SET reserved = balance.reserved + v.column3 FROM (${values}) AS v
      WHERE balance.account = v.column1 AND balance.lot_id = v.column2
        AND balance.consignment_id = ''`);
    assert.equal(changed, chunk.length, 'every balance was changed');
  }
}

/**
 * The first moment of each suspect at which its balance is negative. A moment's balance is the present one, already
 * changed, less what came and went after it; so only entries from `since` on are read. `fresh` are the entries
 * about to be booked. Call it while the rows are locked.
 */
export async function findShortages(
  tx: Transaction,
  suspects: readonly Suspect[],
  fresh: readonly Entry[],
): Promise<Shortage[]> {
  const shortages: Shortage[] = [];
  for (const chunk of chunksOf(suspects)) {
    const keys = new Map(chunk.map((suspect) => [textOfKey(suspect), suspect]));
    const entries = fresh.filter((entry) => {
      const suspect = keys.get(textOfKey(entry));
      return suspect !== undefined && entry.occurredAt >= suspect.since;
    });
    const found = await tx.query<Shortage>(writePastCheck(tx.engine, chunk, entries));
    const first = new Map<string, Shortage>();
    for (const shortage of found)
      if (!first.has(textOfKey(shortage))) first.set(textOfKey(shortage), shortage);
    shortages.push(...first.values());
  }
  return shortages;
}

function writePastCheck(
  engine: Engine,
  suspects: readonly Suspect[],
  fresh: readonly Entry[],
): Sql {
  const instant = instantType(engine);
  const suspectRows = sql.rows(
    suspects.map((suspect) => [
      suspect.account,
      suspect.lotId,
      suspect.consignmentId,
      suspect.since,
    ]),
    ['text', 'text', 'text', 'text'],
  );
  const freshRows = sql.rows(
    fresh.map((entry) => [
      entry.account,
      entry.lotId,
      entry.consignmentId,
      entry.occurredAt,
      entry.delta,
    ]),
    ['text', 'text', 'text', 'text', 'bigint'],
  );
  const side = (account: 'from_account' | 'to_account', sign: '-' | '') =>
    sql.raw(`
    SELECT s.account, s.lot_id, s.consignment_id, m.occurred_at, ${sign}m.quantity AS delta
    FROM suspect s JOIN movement m ON m.${account} = s.account AND m.lot_id = s.lot_id
      AND m.occurred_at >= s.since
      AND (s.consignment_id = '' OR m.consignment_id = s.consignment_id)`);
  return sql`WITH told(account, lot_id, consignment_id, since) AS (${suspectRows}),
    suspect AS (SELECT account, lot_id, consignment_id, CAST(since AS ${instant}) AS since FROM told),
    fresh(account, lot_id, consignment_id, occurred_at, delta) AS (${freshRows}),
    entry AS (${side('from_account', '-')} UNION ALL ${side('to_account', '')} UNION ALL
      SELECT account, lot_id, consignment_id, CAST(occurred_at AS ${instant}), delta FROM fresh),
    moment AS (SELECT account, lot_id, consignment_id, occurred_at, SUM(delta) AS delta
      FROM entry GROUP BY account, lot_id, consignment_id, occurred_at),
    standing AS (SELECT e.account, e.lot_id, e.consignment_id, e.occurred_at,
      b.on_hand + e.delta - SUM(e.delta) OVER (
        PARTITION BY e.account, e.lot_id, e.consignment_id ORDER BY e.occurred_at DESC) AS balance
      FROM moment e JOIN balance b ON b.account = e.account AND b.lot_id = e.lot_id
        AND b.consignment_id = e.consignment_id)
    SELECT account AS "account", lot_id AS "lotId", consignment_id AS "consignmentId",
      occurred_at AS "occurredAt", balance AS "balance"
    FROM standing WHERE balance < 0
    ORDER BY account, lot_id, consignment_id, occurred_at`;
}

/** What an instant is cast to where it comes as a value: text compares as time on SQLite. */
export function instantType(engine: Engine): Sql {
  return sql.raw(engine === 'postgres' ? 'timestamptz(3)' : 'text');
}

function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    yield rows.slice(start, start + ROWS_A_STATEMENT);
}
