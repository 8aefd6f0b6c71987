import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import { stateOf } from './lot-account.service.js';
import { warehouseBalances } from './stock-balance.service.js';

export interface MaterialStock {
  readonly materialId: string;
  readonly onHand: number;
  readonly reserved: number;
  /** Of usable lots, not reserved. */
  readonly available: number;
}

export interface WarehouseStock {
  readonly warehouseId: string;
  readonly onHand: number;
  /** When something last came or went; null where nothing ever did. */
  readonly lastMovementAt: Instant | null;
}

/** Stock in figures, for those who weigh it against what is needed; as of a moment where one is given. */
@Injectable()
export class StockFigures {
  /** What a campaign has in all its warehouses, by material. */
  async byMaterial(
    reader: Reader,
    campaignId: string,
    asOf?: Instant,
  ): Promise<Map<string, MaterialStock>> {
    const state = stateOf(asOf);
    const rows = await reader.query<MaterialStock>(sql`
      SELECT l.material_id AS "materialId", SUM(b.on_hand) AS "onHand", SUM(b.reserved) AS "reserved",
        SUM(CASE WHEN ${state} = 'usable' THEN b.on_hand - b.reserved ELSE 0 END) AS "available"
      FROM ${warehouseBalances(asOf)} AS b JOIN lot l ON l.id = b.lot_id
      WHERE l.campaign_id = ${campaignId} GROUP BY l.material_id`);
    return new Map(rows.map((row) => [row.materialId, row]));
  }

  /** What print orders have still to bring, by material. */
  async expectedByMaterial(
    reader: Reader,
    campaignId: string,
    asOf?: Instant,
  ): Promise<Map<string, number>> {
    const until = (column: string) =>
      asOf === undefined ? sql.empty : sql` AND ${sql.raw(column)} <= ${asOf}`;
    const rows = await reader.query<{ materialId: string; expected: number }>(sql`
      SELECT material_id AS "materialId", SUM(CASE WHEN ordered > received THEN ordered - received ELSE 0 END) AS "expected"
      FROM (
        SELECT o.material_id, o.quantity AS ordered, COALESCE((
          SELECT SUM(CASE WHEN m.from_account = 'supplier' THEN m.quantity ELSE -m.quantity END)
          FROM lot l JOIN movement m ON m.lot_id = l.id
            AND (m.from_account = 'supplier' OR m.to_account = 'supplier')${until('m.occurred_at')}
          WHERE l.campaign_id = o.campaign_id AND l.material_id = o.material_id
            AND l.lot_number = o.lot_number), 0) AS received
        FROM print_order o
        WHERE o.campaign_id = ${campaignId}${until('o.created_at')}
          AND NOT (o.closed_short_at IS NOT NULL${until('o.closed_short_at')})
      ) AS standing GROUP BY material_id`);
    return new Map(rows.map((row) => [row.materialId, row.expected]));
  }

  /** What lies in each warehouse, of one campaign or of all. */
  byWarehouse(reader: Reader, campaignId?: string, asOf?: Instant): Promise<WarehouseStock[]> {
    const where = campaignId === undefined ? [] : [sql`l.campaign_id = ${campaignId}`];
    return reader.query<WarehouseStock>(sql`
      SELECT b.warehouse_id AS "warehouseId", SUM(b.on_hand) AS "onHand",
        MAX(b.latest_occurred_at) AS "lastMovementAt"
      FROM ${warehouseBalances(asOf)} AS b JOIN lot l ON l.id = b.lot_id${sql.where(where)}
      GROUP BY b.warehouse_id ORDER BY b.warehouse_id`);
  }
}
