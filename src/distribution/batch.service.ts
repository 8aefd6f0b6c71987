import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import { allowedSteps } from './batch-life.js';
import type { BatchDetailDto, BatchDto, BatchQuery } from './dto/batch.dto.js';
import { ShipmentScope } from './shipment-scope.service.js';
import { ShipmentViews } from './shipment-views.service.js';
import { BATCH_COLUMNS, type BatchRow } from './shipments.service.js';

type CountedBatch = BatchRow & Pick<BatchDto, 'consignmentCount' | 'pieces' | 'delivered'>;

/** Reads of batches. */
@Injectable()
export class BatchService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly scope: ShipmentScope,
    private readonly views: ShipmentViews,
  ) {}

  /** Batches that the actor sees, newest first, counting the consignments that they see. */
  async list(actor: Actor, query: BatchQuery): Promise<Page<BatchDto>> {
    const seen = sql.join(
      [sql`c.batch_id = b.id`, ...(await this.scope.restrictConsignments(this.reads, actor))],
      ' AND ',
    );
    const where: Sql[] = this.scope.restrictBatches(this.reads, actor);
    if (query.state !== undefined) where.push(sql`b.state = ${query.state}`);
    if (query.campaign !== undefined) where.push(sql`b.campaign_id = ${query.campaign}`);
    if (query.warehouse !== undefined) where.push(sql`b.warehouse_id = ${query.warehouse}`);
    const page = await readPage<Omit<BatchDto, 'municipalityCodes'>>(this.reads, {
      select: sql`${BATCH_COLUMNS},
        (SELECT COUNT(*) FROM consignment c WHERE ${seen}) AS "consignmentCount",
        (SELECT COALESCE(SUM(l.quantity), 0) FROM consignment_line l
          JOIN consignment c ON c.id = l.consignment_id WHERE ${seen}) AS pieces,
        (SELECT COALESCE(SUM(l.delivered), 0) FROM consignment_line l
          JOIN consignment c ON c.id = l.consignment_id WHERE ${seen}) AS delivered`,
      from: sql`batch b`,
      where,
      order: [{ column: 'createdAt', direction: 'desc' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: (row: CountedBatch) => ({
        ...row,
        consignmentCount: Number(row.consignmentCount),
        pieces: Number(row.pieces),
        delivered: Number(row.delivered),
        allowed: allowedSteps(row.state),
      }),
    });
    const destinations = await this.readDestinations(page.items, seen);
    const items = page.items.map((batch) => ({
      ...batch,
      municipalityCodes: destinations.get(batch.id) ?? [],
    }));
    return { ...page, items };
  }

  /** By batch, the municipalities of those of its consignments that are seen. */
  private async readDestinations(
    batches: readonly { readonly id: string }[],
    seen: Sql,
  ): Promise<Map<string, string[]>> {
    const ids = batches.map(({ id }) => id);
    const rows = await this.reads.query<{ batchId: string; code: string }>(
      sql`SELECT DISTINCT b.id AS "batchId", c.municipality_code AS code
        FROM batch b JOIN consignment c ON ${seen}
        WHERE ${sql.isIn(this.reads.engine, sql`b.id`, ids)}
        ORDER BY c.municipality_code`,
    );
    const destinations = new Map<string, string[]>();
    for (const { batchId, code } of rows)
      destinations.set(batchId, [...(destinations.get(batchId) ?? []), code]);
    return destinations;
  }

  /** @throws Problem `not_found`, also where the actor may not see it */
  async get(actor: Actor, id: string): Promise<BatchDetailDto> {
    const where = [sql`b.id = ${id}`, ...this.scope.restrictBatches(this.reads, actor)];
    const seen = await this.reads.one(sql`SELECT b.id FROM batch b${sql.where(where)}`);
    if (seen === undefined) throw new Problem('not_found');
    return this.views.showBatch(this.reads, actor, id);
  }
}
