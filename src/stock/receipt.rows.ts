import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { readCost } from './cost.js';
import type { ReceiptDto } from './dto/receipt.dto.js';
import type { FundingShare } from './funding.js';
import { viewMovement } from './movement-view.js';
import { selectMovements } from './movement.rows.js';

export interface ReceiptRow {
  readonly id: string;
  readonly campaignId: string;
  readonly warehouseId: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly lotNumber: string;
  readonly printOrderId: string | null;
  readonly quantity: number;
  readonly damaged: number;
  readonly notedQuantity: number | null;
  readonly supplier: string | null;
  readonly deliveryNoteNumber: string | null;
  readonly costAmount: number | null;
  readonly costCurrency: string | null;
  readonly actorId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly reversed: boolean | number;
}

export const RECEIPT_FROM = sql`receipt r JOIN lot l ON l.id = r.lot_id`;
export const RECEIPT_COLUMNS: Sql = sql`r.id AS "id", r.campaign_id AS "campaignId",
  r.warehouse_id AS "warehouseId", r.material_id AS "materialId", r.lot_id AS "lotId",
  l.lot_number AS "lotNumber", r.print_order_id AS "printOrderId", r.quantity AS "quantity",
  r.damaged AS "damaged", r.noted_quantity AS "notedQuantity", r.supplier AS "supplier",
  r.delivery_note_number AS "deliveryNoteNumber", r.cost_amount AS "costAmount",
  r.cost_currency AS "costCurrency", r.actor_id AS "actorId", r.occurred_at AS "occurredAt",
  r.recorded_at AS "recordedAt", EXISTS (SELECT 1 FROM reversal v
    WHERE v.cause_kind = 'receipt' AND v.cause_id = r.id) AS "reversed"`;

/** @throws Problem `not_found` */
export async function readReceipt(reader: Reader, id: string): Promise<ReceiptDto> {
  const row = await reader.one<ReceiptRow>(
    sql`SELECT ${RECEIPT_COLUMNS} FROM ${RECEIPT_FROM} WHERE r.id = ${id}`,
  );
  if (row === undefined) throw new Problem('not_found');
  return (await completeReceipts(reader, [row]))[0]!;
}

/** With the funders' shares and the movements, in two statements for any number of receipts. */
export async function completeReceipts(
  reader: Reader,
  rows: readonly ReceiptRow[],
): Promise<ReceiptDto[]> {
  const funding = await reader.query<FundingShare & { lotId: string }>(sql`
    SELECT lot_id AS "lotId", funder AS "funder", percent AS "percent" FROM lot_funding
    WHERE ${sql.isIn(
      reader.engine,
      sql.raw('lot_id'),
      rows.map(({ lotId }) => lotId),
    )} ORDER BY funder`);
  const movements = await selectMovements(reader, [
    sql`m.cause_kind = 'receipt'`,
    sql.isIn(
      reader.engine,
      sql.raw('m.cause_id'),
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.map(({ costAmount, costCurrency, ...row }) => ({
    ...row,
    reversed: Boolean(row.reversed),
    cost: readCost(costAmount, costCurrency),
    discrepancy: discrepancyOf(row),
    funding: funding
      .filter(({ lotId }) => lotId === row.lotId)
      .map(({ funder, percent }) => ({ funder, percent })),
    movements: movements.filter(({ cause }) => cause.id === row.id).map(viewMovement),
  }));
}

function discrepancyOf({
  notedQuantity: noted,
  quantity: counted,
}: Pick<ReceiptRow, 'notedQuantity' | 'quantity'>) {
  return noted === null || noted === counted
    ? null
    : { noted, counted, difference: counted - noted };
}
