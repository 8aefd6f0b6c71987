import assert from 'node:assert';
import { sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';

/** Where the chain stands. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
  readonly reservationSequence: number;
  readonly recordedAt: Instant;
}

const SELECT_HEAD = sql`SELECT sequence AS "sequence", hash AS "hash",
  reservation_sequence AS "reservationSequence", recorded_at AS "recordedAt"
  FROM chain_head WHERE id = 1`;

export async function readHead(reader: Reader): Promise<ChainHead> {
  const head = await reader.one<ChainHead>(SELECT_HEAD);
  assert(head !== undefined, 'the migration has put the head of the chain');
  return head;
}

/** Locked last of all, by whoever writes entries: from here to the commit they stand in one queue. */
export async function lockHead(tx: Transaction): Promise<ChainHead> {
  const head = await tx.one<ChainHead>(sql`${SELECT_HEAD}${tx.forUpdate}`);
  assert(head !== undefined, 'the migration has put the head of the chain');
  return head;
}

export async function moveHead(tx: Transaction, head: ChainHead): Promise<void> {
  await tx.execute(sql`UPDATE chain_head SET sequence = ${head.sequence}, hash = ${head.hash},
    reservation_sequence = ${head.reservationSequence}, recorded_at = ${head.recordedAt}
    WHERE id = 1`);
}
