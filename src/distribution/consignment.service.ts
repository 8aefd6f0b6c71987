import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { PlaceGroupService } from '../places/place-group.service.js';
import { Register } from '../places/register.service.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { type Order, type Page, readPage } from '../platform/http/page.js';
import { isId } from '../platform/http/validation.js';
import { Problem } from '../problem.js';
import { STATE_OF_CONSIGNMENT } from './consignment-state.query.js';
import type {
  ConsignmentDetailDto,
  ConsignmentDto,
  ConsignmentQuery,
} from './dto/consignment.dto.js';
import { ShipmentScope } from './shipment-scope.service.js';
import { ShipmentViews } from './shipment-views.service.js';

const FROM = sql`consignment c JOIN batch b ON b.id = c.batch_id`;

/** In the order of the trips; by change where somebody asks for what changed, so that nothing is passed over. */
const BY_TRIP: Order[] = [{ column: 'batchId' }, { column: 'position' }, { column: 'id' }];
const BY_CHANGE: Order[] = [{ column: 'changedAt' }, { column: 'id' }];

/** Reads of consignments. */
@Injectable()
export class ConsignmentService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly register: Register,
    private readonly groups: PlaceGroupService,
    private readonly scope: ShipmentScope,
    private readonly views: ShipmentViews,
  ) {}

  async list(actor: Actor, query: ConsignmentQuery): Promise<Page<ConsignmentDto>> {
    const page = await readPage<{ id: string }>(this.reads, {
      select: sql`c.id, c.batch_id AS "batchId", c.position, c.changed_at AS "changedAt"`,
      from: FROM,
      where: [
        ...(await this.scope.restrictConsignments(this.reads, actor)),
        ...(await this.filter(actor, query)),
      ],
      order: query.changedSince === undefined ? BY_TRIP : BY_CHANGE,
      limit: query.limit,
      cursor: query.cursor,
    });
    const ids = page.items.map(({ id }) => id);
    return { ...page, items: await this.views.showConsignments(this.reads, actor, ids) };
  }

  /** @throws Problem `not_found`, also where the actor may not see it */
  async get(actor: Actor, id: string): Promise<ConsignmentDetailDto> {
    const where = [
      sql`c.id = ${id}`,
      ...(await this.scope.restrictConsignments(this.reads, actor)),
    ];
    const seen = await this.reads.one(sql`SELECT c.id FROM ${FROM}${sql.where(where)}`);
    if (seen === undefined) throw new Problem('not_found');
    return this.views.showConsignment(this.reads, actor, id);
  }

  private async filter(actor: Actor, query: ConsignmentQuery): Promise<Sql[]> {
    const where: Sql[] = [];
    const { campaign, batch, assignee, state, municipality, group, changedSince } = query;
    if (campaign !== undefined) where.push(sql`b.campaign_id = ${campaign}`);
    if (batch !== undefined) where.push(sql`c.batch_id = ${batch}`);
    if (assignee !== undefined) where.push(isAssignedTo(readAssignee(actor, assignee)));
    if (state !== undefined) where.push(sql`${STATE_OF_CONSIGNMENT} = ${state}`);
    if (municipality !== undefined) {
      const { code } = this.register.requireUnit(municipality, 'municipality');
      where.push(sql`c.municipality_code = ${code}`);
    }
    if (group !== undefined) {
      const codes = await this.groups.codes(this.reads, group, 'group');
      where.push(sql.isIn(this.reads.engine, sql`c.municipality_code`, codes));
    }
    if (changedSince !== undefined) where.push(sql`c.changed_at >= ${changedSince}`);
    return where;
  }
}

function isAssignedTo(userId: string): Sql {
  return sql`EXISTS (SELECT 1 FROM consignment_assignment g
    WHERE g.consignment_id = c.id AND g.user_id = ${userId} AND g.until_at IS NULL)`;
}

function readAssignee(actor: Actor, assignee: string): string {
  if (assignee === 'me') return actor.id;
  if (isId(assignee)) return assignee.toLowerCase();
  const message = {
    en: 'This must be a person’s id, or "me".',
    sr: 'Ovo mora biti oznaka osobe ili „me“.',
  };
  throw new Problem('malformed', { errors: [{ path: 'assignee', message }] });
}
