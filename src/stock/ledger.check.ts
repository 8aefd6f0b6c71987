import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { sha256 } from '../platform/ids/ids.js';
import { instantType } from './balance.rows.js';
import { CHAIN_START, followChain, type ChainLink } from './chain.js';
import { readHead } from './chain.rows.js';
import { readMovements } from './entries.rows.js';
import type { InvariantCheck } from './invariant.check.js';
import { HOLDS, offend, type Finding, type InvariantName } from './invariants.js';

/** Goes through the print runs one after the other, so that other requests get their turn in between. */
async function forEachLot(
  reader: Reader,
  check: (lotId: string) => Promise<string | undefined>,
): Promise<Finding> {
  const lots = await reader.query<{ id: string }>(sql`SELECT id AS "id" FROM lot ORDER BY id`);
  for (const { id } of lots) {
    const offender = await check(id);
    if (offender !== undefined) return offend(`lot ${id}: ${offender}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return HOLDS;
}

/** The entries of one lot by balance: account, consignment (in transit alone), moment and signed pieces. */
function entriesOfLot(lotId: string): Sql {
  const side = (account: string, sign: string) =>
    sql.raw(`
    SELECT ${account} AS account,
      CASE WHEN SUBSTR(${account}, 1, 11) = 'in_transit:' THEN COALESCE(consignment_id, '') ELSE '' END AS consignment_id,
      occurred_at, ${sign}quantity AS delta FROM movement WHERE lot_id =`);
  return sql`(${side('from_account', '-')} ${lotId} UNION ALL ${side('to_account', '')} ${lotId})`;
}

/** Per lot, the balances of all accounts sum to zero: in the rows, which replay compares with the entries. */
async function checkConservation(reader: Reader): Promise<Finding> {
  const wrong = await reader.one<{ lotId: string; sum: number }>(sql`
    SELECT lot_id AS "lotId", SUM(on_hand) AS "sum" FROM balance GROUP BY lot_id
    HAVING SUM(on_hand) <> 0 ORDER BY lot_id LIMIT 1`);
  if (wrong !== undefined) return offend(`lot ${wrong.lotId}: balances sum to ${wrong.sum}`);
  const strange = await reader.one<{ sequence: number }>(sql`
    SELECT m.sequence AS "sequence" FROM movement m LEFT JOIN lot l ON l.id = m.lot_id
    WHERE m.quantity <= 0 OR m.from_account = m.to_account OR l.id IS NULL
      OR l.campaign_id <> m.campaign_id OR l.material_id <> m.material_id
    ORDER BY m.sequence LIMIT 1`);
  return strange === undefined
    ? HOLDS
    : offend(`sequence ${strange.sequence} moves nothing, or is not of its lot`);
}

/** No balance but the supplier's and the adjustment's is below zero at any moment, in transit by consignment. */
function checkNeverNegative(reader: Reader): Promise<Finding> {
  return forEachLot(reader, async (lotId) => {
    const wrong = await reader.one<{ account: string; occurredAt: string; balance: number }>(sql`
      SELECT account AS "account", occurred_at AS "occurredAt", balance AS "balance" FROM (
        SELECT account, consignment_id, occurred_at, SUM(SUM(delta)) OVER (
          PARTITION BY account, consignment_id ORDER BY occurred_at) AS balance
        FROM ${entriesOfLot(lotId)} AS entry WHERE account NOT IN ('supplier', 'adjustment')
        GROUP BY account, consignment_id, occurred_at
      ) AS moment WHERE balance < 0 ORDER BY occurred_at, account LIMIT 1`);
    return wrong && `${wrong.account} holds ${wrong.balance} at ${wrong.occurredAt}`;
  });
}

/** What is reserved in a warehouse of a lot lies there, and nothing is released that was not reserved. */
function checkReserved(reader: Reader): Promise<Finding> {
  const reserved = sql`SUM(CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END)`;
  return forEachLot(reader, async (lotId) => {
    const released = await reader.one<{ consignmentId: string }>(sql`
      SELECT consignment_id AS "consignmentId" FROM reservation WHERE lot_id = ${lotId}
      GROUP BY warehouse_id, batch_id, consignment_id HAVING ${reserved} < 0
      ORDER BY consignment_id LIMIT 1`);
    if (released !== undefined)
      return `consignment ${released.consignmentId} released more than was reserved`;
    const wrong = await reader.one<{ account: string; onHand: number; reserved: number }>(sql`
      SELECT account AS "account", SUM(on_hand) AS "onHand", SUM(reserved) AS "reserved" FROM (
        SELECT account, delta AS on_hand, 0 AS reserved FROM ${entriesOfLot(lotId)} AS entry
        WHERE SUBSTR(account, 1, 10) = 'warehouse:'
        UNION ALL SELECT 'warehouse:' || warehouse_id, 0,
          CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END
        FROM reservation WHERE lot_id = ${lotId}
      ) AS held GROUP BY account HAVING SUM(reserved) > SUM(on_hand) ORDER BY account LIMIT 1`);
    return wrong && `${wrong.account} holds ${wrong.onHand}, reserved are ${wrong.reserved}`;
  });
}

/** The rows of balances are what the entries come to. */
function checkReplay(reader: Reader): Promise<Finding> {
  return forEachLot(reader, async (lotId) => {
    const wrong = await reader.one<{ account: string; onHand: number; reserved: number }>(sql`
      SELECT account AS "account", SUM(on_hand) AS "onHand", SUM(reserved) AS "reserved" FROM (
        SELECT account, consignment_id, delta AS on_hand, 0 AS reserved, occurred_at AS derived,
          CAST(NULL AS ${instantType(reader.engine)}) AS kept
        FROM ${entriesOfLot(lotId)} AS entry
        UNION ALL SELECT 'warehouse:' || warehouse_id, '', 0,
          CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END, NULL, NULL
        FROM reservation WHERE lot_id = ${lotId}
        UNION ALL SELECT account, consignment_id, -on_hand, -reserved, NULL, latest_occurred_at
        FROM balance WHERE lot_id = ${lotId}
      ) AS compared GROUP BY account, consignment_id
      HAVING SUM(on_hand) <> 0 OR SUM(reserved) <> 0
        OR (MAX(derived) IS NOT NULL AND (MAX(kept) IS NULL OR MAX(derived) <> MAX(kept)))
        OR (MAX(derived) IS NULL AND MAX(kept) IS NOT NULL)
      ORDER BY account, consignment_id LIMIT 1`);
    return (
      wrong &&
      `${wrong.account} differs from its entries by ${wrong.onHand} on hand, ${wrong.reserved} reserved`
    );
  });
}

/** What a command books stands in one place in the chain; a second booking of it would stand in another. */
async function checkOnce(reader: Reader): Promise<Finding> {
  const torn = await reader.one<{ kind: string; id: string }>(sql`
    SELECT cause_kind AS "kind", cause_id AS "id" FROM movement GROUP BY cause_kind, cause_id
    HAVING MAX(sequence) - MIN(sequence) + 1 <> COUNT(*) ORDER BY MIN(sequence) LIMIT 1`);
  if (torn !== undefined) return offend(`${torn.kind} ${torn.id} was booked more than once`);
  const twice = await reader.one<{ id: string }>(sql`
    SELECT reverses AS "id" FROM movement WHERE reverses IS NOT NULL GROUP BY reverses
    HAVING COUNT(*) > 1 ORDER BY reverses LIMIT 1`);
  return twice === undefined ? HOLDS : offend(`movement ${twice.id} was reversed more than once`);
}

/** No gap, no fall of the time of recording, every hash in its place, and the head is the last movement. */
async function checkTampering(reader: Reader): Promise<Finding> {
  let link: ChainLink = CHAIN_START;
  for await (const movements of readMovements(reader)) {
    const followed = followChain(link, movements, sha256);
    if (followed.firstOffender !== undefined) return offend(followed.firstOffender);
    link = followed.link;
  }
  const head = await readHead(reader);
  if (head.sequence !== link.sequence)
    return offend(`sequence ${link.sequence + 1} is missing: the head is at ${head.sequence}`);
  return head.hash === link.hash ? HOLDS : offend(`the head's hash is not of ${link.sequence}`);
}

const CHECKS: readonly (readonly [InvariantName, InvariantCheck['run']])[] = [
  ['conservation', checkConservation],
  ['never_negative', checkNeverNegative],
  ['reserved_within_on_hand', checkReserved],
  ['replay', checkReplay],
  ['once', checkOnce],
  ['tamper_evidence', checkTampering],
];

/** The invariants that the ledger can derive by itself. */
export const LEDGER_CHECKS: readonly InvariantCheck[] = CHECKS.map(([name, run]) => ({
  name,
  run,
}));
