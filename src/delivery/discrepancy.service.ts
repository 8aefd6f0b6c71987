import { Injectable } from '@nestjs/common';
import { type Actor, isCoordinator } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { DeliveryScope } from './delivery-scope.service.js';
import type { DiscrepancyKind } from './discrepancy.js';
import type {
  DiscrepancyDetailDto,
  DiscrepancyDto,
  DiscrepancyQuery,
  ResolutionDto,
} from './dto/discrepancy.dto.js';

const COLUMNS = sql.raw(`d.id AS "id", d.campaign_id AS "campaignId", d.batch_id AS "batchId",
  d.consignment_id AS "consignmentId", d.municipality_code AS "municipalityCode",
  d.material_id AS "materialId", d.kind AS "kind",
  CASE WHEN d.closed_at IS NULL THEN 'open' ELSE 'resolved' END AS "state",
  d.quantity AS "quantity", d.opened_quantity AS "openedQuantity", d.opened_at AS "openedAt",
  d.closed_at AS "closedAt"`);

const SCOPED = sql`discrepancy d JOIN consignment c ON c.id = d.consignment_id
  JOIN batch b ON b.id = d.batch_id`;

/** What was open at a moment, for whoever watches over it. */
export interface OpenAt {
  readonly id: string;
  readonly consignmentId: string;
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly kind: DiscrepancyKind;
  readonly openedAt: Instant;
}

/** Reads discrepancies. */
@Injectable()
export class DiscrepancyService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly scope: DeliveryScope,
  ) {}

  /** All of the campaign that were open at the moment, the oldest first. */
  open(reader: Reader, campaignId: string, at: Instant): Promise<OpenAt[]> {
    return reader.query<OpenAt>(
      sql`SELECT id, consignment_id AS "consignmentId", municipality_code AS "municipalityCode",
          material_id AS "materialId", kind, opened_at AS "openedAt"
        FROM discrepancy WHERE campaign_id = ${campaignId} AND opened_at <= ${at}
          AND (closed_at IS NULL OR closed_at > ${at})
        ORDER BY opened_at, id`,
    );
  }

  /** A consignment's open ones, now. */
  openOf(reader: Reader, consignmentId: string): Promise<DiscrepancyDto[]> {
    return reader.query<DiscrepancyDto>(
      sql`SELECT ${COLUMNS} FROM discrepancy d
        WHERE d.consignment_id = ${consignmentId} AND d.closed_at IS NULL ORDER BY d.id`,
    );
  }

  async list(query: DiscrepancyQuery, actor: Actor): Promise<Page<DiscrepancyDto>> {
    const where = await this.scope.restrictConsignments(this.reads, actor);
    if (query.campaign !== undefined) where.push(sql`d.campaign_id = ${query.campaign}`);
    if (query.batch !== undefined) where.push(sql`d.batch_id = ${query.batch}`);
    if (query.consignment !== undefined) where.push(sql`d.consignment_id = ${query.consignment}`);
    if (query.state !== undefined) {
      where.push(query.state === 'open' ? sql`d.closed_at IS NULL` : sql`d.closed_at IS NOT NULL`);
    }
    return readPage<DiscrepancyDto>(this.reads, {
      select: COLUMNS,
      from: SCOPED,
      where,
      order: [{ column: 'openedAt' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
    });
  }

  /** @throws Problem `not_found`, also where the actor may not see it */
  async get(id: string, actor: Actor, reader: Reader = this.reads): Promise<DiscrepancyDetailDto> {
    const conditions = await this.scope.restrictConsignments(reader, actor);
    const found = await reader.one<DiscrepancyDto>(
      sql`SELECT ${COLUMNS} FROM ${SCOPED}${sql.where([sql`d.id = ${id}`, ...conditions])}`,
    );
    if (found === undefined) throw new Problem('not_found');
    const resolutions = await reader.query<ResolutionDto>(
      sql`SELECT id, resolution, quantity, note, actor_id AS "actorId", recorded_at AS "recordedAt"
        FROM discrepancy_resolution WHERE discrepancy_id = ${id} ORDER BY recorded_at, id`,
    );
    // A note is free text about a consignment: for coordinators alone.
    const shown = isCoordinator(actor)
      ? resolutions
      : resolutions.map((each) => ({ ...each, note: '' }));
    return { ...found, resolutions: shown };
  }
}
