import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { FundingShare } from './funding.js';

/** The order of a print run, as a receipt needs it. */
export interface OrderOfLot {
  readonly id: string;
  readonly funding: FundingShare[];
}

/** The one order of that campaign, material and lot number; held as it is to the end of the transaction. */
export async function findOrder(
  tx: Transaction,
  of: { readonly campaignId: string; readonly materialId: string; readonly lotNumber: string },
): Promise<OrderOfLot | undefined> {
  const lock = tx.engine === 'postgres' ? sql` FOR SHARE` : sql.empty;
  const row = await tx.one<{ id: string; funding: string }>(sql`
    SELECT id AS "id", funding AS "funding" FROM print_order
    WHERE campaign_id = ${of.campaignId} AND material_id = ${of.materialId}
      AND lot_number = ${of.lotNumber}${lock}`);
  if (row === undefined) return undefined;
  return { id: row.id, funding: JSON.parse(row.funding) as FundingShare[] };
}
