import assert from 'node:assert';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { newId } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { isSameFunding, type FundingShare } from './funding.js';

export interface ReceivedLot {
  readonly campaignId: string;
  readonly materialId: string;
  readonly lotNumber: string;
  readonly funding: readonly FundingShare[];
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * The lot of that campaign, material and number, made where there is none; held to the end of the transaction. Its first
 * receipt is the earliest that is known.
 *
 * @throws Problem `lot_mismatch` where others paid for it
 */
export async function takeLot(tx: Transaction, received: ReceivedLot): Promise<string> {
  const made = newId();
  await tx.insert(
    'lot',
    [
      {
        id: made,
        campaign_id: received.campaignId,
        material_id: received.materialId,
        lot_number: received.lotNumber,
        state: 'usable',
        withdrawn_at: null,
        first_receipt_at: received.occurredAt,
        recorded_at: received.recordedAt,
      },
    ],
    sql`ON CONFLICT (campaign_id, material_id, lot_number) DO NOTHING`,
  );
  const lot = await tx.one<{ id: string; firstReceiptAt: Instant }>(sql`
    SELECT id AS "id", first_receipt_at AS "firstReceiptAt" FROM lot
    WHERE campaign_id = ${received.campaignId} AND material_id = ${received.materialId}
      AND lot_number = ${received.lotNumber}${holdLot(tx)}`);
  assert(lot !== undefined, 'the lot was there or has been made');
  if (lot.id === made) await insertFunding(tx, made, received.funding);
  else requireSameFunding(received, await readFundingOf(tx, lot.id));
  if (received.occurredAt < lot.firstReceiptAt)
    await tx.execute(
      sql`UPDATE lot SET first_receipt_at = ${received.occurredAt} WHERE id = ${lot.id}`,
    );
  return lot.id;
}

/**
 * Holds a lot against those who take it as it is (FOR SHARE), and not against entries that merely refer to it: an insertion
 * into the ledger must never wait for a lot, since it holds balances already.
 */
export function holdLot(tx: Transaction): Sql {
  return tx.engine === 'postgres' ? sql` FOR NO KEY UPDATE` : sql.empty;
}

/** The funding of a known lot, or undefined where there is none of that campaign, material and number. */
export async function findLotFunding(
  tx: Transaction,
  known: Pick<ReceivedLot, 'campaignId' | 'materialId' | 'lotNumber'>,
): Promise<FundingShare[] | undefined> {
  const lot = await tx.one<{ id: string }>(sql`
    SELECT id AS "id" FROM lot WHERE campaign_id = ${known.campaignId}
      AND material_id = ${known.materialId} AND lot_number = ${known.lotNumber}`);
  return lot === undefined ? undefined : readFundingOf(tx, lot.id);
}

/** After a receipt was taken back: the earliest of those that stand. */
export async function redateLot(tx: Transaction, lotId: string): Promise<void> {
  await tx.execute(sql`UPDATE lot SET first_receipt_at = COALESCE((
      SELECT MIN(r.occurred_at) FROM receipt r WHERE r.lot_id = lot.id AND NOT EXISTS (
        SELECT 1 FROM reversal v WHERE v.cause_kind = 'receipt' AND v.cause_id = r.id)
    ), first_receipt_at) WHERE id = ${lotId}`);
}

async function insertFunding(
  tx: Transaction,
  lotId: string,
  funding: readonly FundingShare[],
): Promise<void> {
  await tx.insert(
    'lot_funding',
    funding.map(({ funder, percent }) => ({ lot_id: lotId, funder, percent })),
  );
}

function readFundingOf(tx: Transaction, lotId: string): Promise<FundingShare[]> {
  return tx.query<FundingShare>(sql`
    SELECT funder AS "funder", percent AS "percent" FROM lot_funding
    WHERE lot_id = ${lotId} ORDER BY funder`);
}

function requireSameFunding(received: ReceivedLot, known: readonly FundingShare[]): void {
  if (!isSameFunding(received.funding, known)) throw refuseFundingOf(received.lotNumber, known);
}

export function refuseFundingOf(lotNumber: string, known: readonly FundingShare[]): Problem {
  const shares = known.map(({ funder, percent }) => `${funder} ${percent} %`).join(', ');
  return new Problem('lot_mismatch', {
    detail: {
      en: `Print run ${lotNumber} was paid for by ${shares}. Give the same funding, or another lot number.`,
      sr: `Seriju ${lotNumber} je platio: ${shares}. Navedite isto finansiranje ili drugi broj serije.`,
    },
    extra: { lotNumber, funding: known },
  });
}
