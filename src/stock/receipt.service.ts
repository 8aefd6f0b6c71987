import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { assertSeesCampaign } from '../campaigns/campaign-access.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { type Page, readPage } from '../platform/http/page.js';
import type { ReceiptDto, ReceiptQuery } from './dto/receipt.dto.js';
import {
  completeReceipts,
  RECEIPT_COLUMNS,
  RECEIPT_FROM,
  readReceipt,
  type ReceiptRow,
} from './receipt.rows.js';
import { equals, happenedBetween, inCampaignsOf } from './stock.query.js';

/** Reads receipts. */
@Injectable()
export class ReceiptService {
  constructor(private readonly reads: ReadConnection) {}

  /** The latest first. */
  async list(query: ReceiptQuery, actor: Actor): Promise<Page<ReceiptDto>> {
    const page = await readPage<ReceiptRow>(this.reads, {
      select: RECEIPT_COLUMNS,
      from: RECEIPT_FROM,
      where: [
        ...inCampaignsOf(this.reads.engine, actor, sql`r.campaign_id`),
        ...equals(sql`r.campaign_id`, query.campaign),
        ...equals(sql`r.warehouse_id`, query.warehouse),
        ...equals(sql`r.material_id`, query.material),
        ...equals(sql`r.lot_id`, query.lot),
        ...equals(sql`r.print_order_id`, query.printOrder),
        ...happenedBetween(sql`r.occurred_at`, query.from, query.to),
        ...differs(query.discrepancy),
      ],
      order: [
        { column: 'occurredAt', direction: 'desc' },
        { column: 'id', direction: 'desc' },
      ],
      limit: query.limit,
      cursor: query.cursor,
    });
    return { ...page, items: await completeReceipts(this.reads, page.items) };
  }

  /** @throws Problem `not_found` */
  async get(id: string, actor: Actor): Promise<ReceiptDto> {
    const receipt = await readReceipt(this.reads, id);
    assertSeesCampaign(actor, receipt.campaignId);
    return receipt;
  }
}

function differs(wanted: boolean | undefined): Sql[] {
  if (wanted === undefined) return [];
  return wanted
    ? [sql`r.noted_quantity <> r.quantity`]
    : [sql`(r.noted_quantity IS NULL OR r.noted_quantity = r.quantity)`];
}
