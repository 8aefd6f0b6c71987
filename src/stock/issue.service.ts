import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { IssueDto, IssueQuery } from './dto/issue.dto.js';
import { completeIssues, ISSUE_COLUMNS, type IssueRow } from './issue.rows.js';
import { equals, happenedBetween, inCampaignsOf } from './stock.query.js';
import { StockVisibility } from './stock-visibility.service.js';

/** Reads issues, each as far as the reader may see it. */
@Injectable()
export class IssueService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly visibility: StockVisibility,
  ) {}

  /** The latest first. */
  async list(query: IssueQuery, actor: Actor): Promise<Page<IssueDto>> {
    const page = await readPage<IssueRow>(this.reads, {
      select: ISSUE_COLUMNS,
      from: sql`issue i`,
      where: [
        ...(await this.whatIsVisible(actor)),
        ...equals(sql`i.campaign_id`, query.campaign),
        ...equals(sql`i.warehouse_id`, query.warehouse),
        ...equals(sql`i.delivery_point_id`, query.deliveryPoint),
        ...equals(sql`i.municipality_code`, query.municipality),
        ...happenedBetween(sql`i.occurred_at`, query.from, query.to),
      ],
      order: [
        { column: 'occurredAt', direction: 'desc' },
        { column: 'id', direction: 'desc' },
      ],
      limit: query.limit,
      cursor: query.cursor,
    });
    const issues = await completeIssues(this.reads, page.items);
    return { ...page, items: issues.map((issue) => showTo(actor, issue)) };
  }

  /** @throws Problem `not_found`, also where the reader may not know of it */
  async get(id: string, actor: Actor): Promise<IssueDto> {
    const where = [sql`i.id = ${id}`, ...(await this.whatIsVisible(actor))];
    const row = await this.reads.one<IssueRow>(
      sql`SELECT ${ISSUE_COLUMNS} FROM issue i${sql.where(where)}`,
    );
    if (row === undefined) throw new Problem('not_found');
    return showTo(actor, (await completeIssues(this.reads, [row]))[0]!);
  }

  private async whatIsVisible(actor: Actor): Promise<Sql[]> {
    const { engine } = this.reads;
    const warehouses = await this.visibility.warehousesOf(this.reads, actor);
    const hidden = [...(await this.visibility.hiddenPoints(this.reads, actor))];
    return [
      ...inCampaignsOf(engine, actor, sql`i.campaign_id`),
      ...(warehouses === null ? [] : [sql.isIn(engine, sql`i.warehouse_id`, warehouses)]),
      ...(hidden.length === 0
        ? []
        : [
            sql`(i.delivery_point_id IS NULL OR i.actor_id = ${actor.id}
              OR NOT (${sql.isIn(engine, sql`i.delivery_point_id`, hidden)}))`,
          ]),
    ];
  }
}

/** Who took it, and free text, are no figures. */
function showTo(actor: Actor, issue: IssueDto): IssueDto {
  if (actor.role !== 'manager') return issue;
  const { receivedBy: _, note: __, ...rest } = issue;
  return rest;
}
