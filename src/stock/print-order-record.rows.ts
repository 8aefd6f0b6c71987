import type { Actor } from '../access/actor.js';
import { assertSeesCampaign } from '../campaigns/campaign-access.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { readCost } from './cost.js';
import type { PrintOrderDto } from './dto/print-order.dto.js';
import type { FundingShare } from './funding.js';
import { countExpected } from './lot-account.js';
import { stateOfOrder, type PrintOrderState } from './print-order.js';

export type OrderRow = Omit<PrintOrderDto, 'funding' | 'cost' | 'state' | 'expected'> & {
  readonly funding: string;
  readonly costAmount: number | null;
  readonly costCurrency: string | null;
  readonly closedShortAt: Instant | null;
};

const RECEIVED = sql`COALESCE(-b.on_hand, 0)`;

/** What was received is what the supplier's account of the print run says. */
export const ORDER_FROM: Sql = sql`print_order o
  LEFT JOIN lot l ON l.campaign_id = o.campaign_id AND l.material_id = o.material_id
    AND l.lot_number = o.lot_number
  LEFT JOIN balance b ON b.account = 'supplier' AND b.lot_id = l.id AND b.consignment_id = ''`;

export const ORDER_COLUMNS: Sql = sql`o.id AS "id", o.campaign_id AS "campaignId",
  o.material_id AS "materialId", o.lot_number AS "lotNumber", o.quantity AS "quantity",
  o.supplier AS "supplier", o.expected_on AS "expectedOn", o.funding AS "funding",
  o.cost_amount AS "costAmount", o.cost_currency AS "costCurrency", ${RECEIVED} AS "received",
  o.closed_short_at AS "closedShortAt", o.closed_short_reason AS "closedShortReason",
  o.created_at AS "createdAt", o.changed_at AS "changedAt", o.version AS "version"`;

export function readOrderRow({ costAmount, costCurrency, ...row }: OrderRow): PrintOrderDto {
  const { quantity, received } = row;
  const standing = { quantity, received, closedShort: row.closedShortAt !== null };
  return {
    ...row,
    funding: JSON.parse(row.funding) as FundingShare[],
    cost: readCost(costAmount, costCurrency),
    state: stateOfOrder(standing),
    expected: countExpected(standing),
  };
}

/** @throws Problem `not_found` */
export async function readOrder(reader: Reader, id: string): Promise<PrintOrderDto> {
  const row = await reader.one<OrderRow>(
    sql`SELECT ${ORDER_COLUMNS} FROM ${ORDER_FROM} WHERE o.id = ${id}`,
  );
  if (row === undefined) throw new Problem('not_found');
  return readOrderRow(row);
}

/** Held to the end of the transaction. @throws Problem `not_found`, `stale` */
export async function lockOrder(
  tx: Transaction,
  actor: Actor,
  id: string,
  version?: number,
): Promise<PrintOrderDto> {
  await tx.query(sql`SELECT id FROM print_order WHERE id = ${id}${tx.forUpdate}`);
  const order = await readOrder(tx, id);
  assertSeesCampaign(actor, order.campaignId);
  if (version !== undefined && order.version !== version) throw new Problem('stale');
  return order;
}

export function inOrderState(state: PrintOrderState): Sql {
  if (state === 'closed_short') return sql`o.closed_short_at IS NOT NULL`;
  const comes = state === 'open' ? sql`${RECEIVED} < o.quantity` : sql`${RECEIVED} >= o.quantity`;
  return sql`o.closed_short_at IS NULL AND ${comes}`;
}
