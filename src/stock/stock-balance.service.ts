import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { type Page, readPage } from '../platform/http/page.js';
import type { Instant } from '../time.js';
import type { StockBalanceDto, StockBalanceQuery } from './dto/stock-balance.dto.js';
import { stateOf } from './lot-account.service.js';
import { equals, inCampaignsOf } from './stock.query.js';
import { StockVisibility } from './stock-visibility.service.js';

/** What lies in the warehouses, now or as of any moment. */
@Injectable()
export class StockBalanceService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly visibility: StockVisibility,
  ) {}

  async list(query: StockBalanceQuery, actor: Actor): Promise<Page<StockBalanceDto>> {
    const { engine } = this.reads;
    const warehouses = await this.visibility.warehousesOf(this.reads, actor);
    return readPage<StockBalanceDto>(this.reads, {
      select: sql`b.warehouse_id AS "warehouseId", l.campaign_id AS "campaignId",
        l.material_id AS "materialId", l.id AS "lotId", l.lot_number AS "lotNumber",
        ${stateOf(query.asOf)} AS "state", b.on_hand AS "onHand", b.reserved AS "reserved",
        CASE WHEN ${stateOf(query.asOf)} = 'usable' THEN b.on_hand - b.reserved ELSE 0 END AS "available"`,
      from: sql`${warehouseBalances(query.asOf)} AS b JOIN lot l ON l.id = b.lot_id`,
      where: [
        ...inCampaignsOf(engine, actor, sql`l.campaign_id`),
        ...(warehouses === null ? [] : [sql.isIn(engine, sql`b.warehouse_id`, warehouses)]),
        ...equals(sql`b.warehouse_id`, query.warehouse),
        ...equals(sql`l.campaign_id`, query.campaign),
        ...equals(sql`l.material_id`, query.material),
        ...equals(sql`l.id`, query.lot),
      ],
      order: [{ column: 'warehouseId' }, { column: 'materialId' }, { column: 'lotId' }],
      limit: query.limit,
      cursor: query.cursor,
    });
  }
}

/** `(SELECT warehouse_id, lot_id, on_hand, reserved, latest_occurred_at …)`: of every warehouse and lot that ever met. */
export function warehouseBalances(asOf: Instant | undefined): Sql {
  if (asOf === undefined)
    return sql`(SELECT SUBSTR(account, 11) AS warehouse_id, lot_id, on_hand, reserved, latest_occurred_at
      FROM balance WHERE SUBSTR(account, 1, 10) = 'warehouse:')`;
  return sql`(SELECT warehouse_id, lot_id, SUM(on_hand) AS on_hand, SUM(reserved) AS reserved,
      MAX(occurred_at) AS latest_occurred_at
    FROM (
      SELECT SUBSTR(from_account, 11) AS warehouse_id, lot_id, -quantity AS on_hand, 0 AS reserved, occurred_at
      FROM movement WHERE SUBSTR(from_account, 1, 10) = 'warehouse:' AND occurred_at <= ${asOf}
      UNION ALL
      SELECT SUBSTR(to_account, 11), lot_id, quantity, 0, occurred_at
      FROM movement WHERE SUBSTR(to_account, 1, 10) = 'warehouse:' AND occurred_at <= ${asOf}
      UNION ALL
      SELECT warehouse_id, lot_id, 0, CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END, NULL
      FROM reservation WHERE recorded_at <= ${asOf}
    ) AS entry GROUP BY warehouse_id, lot_id)`;
}
