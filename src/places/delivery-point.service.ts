import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { type Order, type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Contact } from './contact.js';
import type { DeliveryPoint, DeliveryPointBrief } from './delivery-point.js';
import { requirePoints } from './delivery-point.js';
import type { DeliveryPointQuery, PointSort } from './dto/delivery-point.dto.js';
import { PlaceGroupService } from './place-group.service.js';
import type { PointKind } from './point-kind.js';
import { Register } from './register.service.js';
import { holdsEntry, searchConditions } from './search.query.js';
import { districtsOf, reaches, seesConfidential } from './visibility.js';

export type { DeliveryPointBrief } from './delivery-point.js';

/** Which points: all that every given member fits. */
export interface PointSelection {
  readonly kind?: PointKind | undefined;
  readonly tag?: string | undefined;
  readonly municipalityCodes?: readonly string[] | undefined;
  readonly groupId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly activeOnly?: boolean | undefined;
}

/** Whether something was sent to a point or is reserved for it. */
export type Referrer = (reader: Reader, pointId: string) => Promise<boolean>;

type Row = Omit<DeliveryPoint, 'tags' | 'contact' | 'active' | 'confidential'> & {
  readonly tags: string;
  readonly contact: string | null;
  readonly active: boolean | number;
  readonly confidential: boolean | number;
};

const COLUMNS = sql`p.id AS id, p.code AS code, p.name AS name, p.kind AS kind, p.tags AS tags,
  p.municipality_code AS "municipalityCode", p.settlement AS settlement, p.address AS address, p.postcode AS postcode,
  p.latitude AS latitude, p.longitude AS longitude, p.contact AS contact, p.audience AS audience, p.hours AS hours,
  p.note AS note, p.active AS active, p.confidential AS confidential, p.version AS version,
  p.created_at AS "createdAt", p.changed_at AS "changedAt"`;
const FROM = sql`delivery_point p JOIN municipality m ON m.code = p.municipality_code`;

const ORDERS: Readonly<Record<PointSort, Order[]>> = {
  name: [{ column: 'sortKey' }, { column: 'id' }],
  '-name': [{ column: 'sortKey', direction: 'desc' }, { column: 'id' }],
  municipality: [{ column: 'municipalityKey' }, { column: 'sortKey' }, { column: 'id' }],
  changedAt: [{ column: 'changedAt' }, { column: 'id' }],
  '-changedAt': [{ column: 'changedAt', direction: 'desc' }, { column: 'id' }],
};

function readRow(row: Row): DeliveryPoint {
  return {
    ...row,
    tags: JSON.parse(row.tags) as string[],
    contact: row.contact === null ? null : (JSON.parse(row.contact) as Contact),
    active: Boolean(row.active),
    confidential: Boolean(row.confidential),
  };
}

/** Reads delivery points, for screens and for other capabilities. */
@Injectable()
export class DeliveryPointService {
  readonly referrers: Referrer[] = [];

  constructor(
    private readonly reads: ReadConnection,
    private readonly register: Register,
    private readonly groups: PlaceGroupService,
  ) {}

  /** Those who send to points say where something was sent or is reserved: such a point keeps its municipality. */
  registerReferrer(referrer: Referrer): void {
    this.referrers.push(referrer);
  }

  async isReferredTo(reader: Reader, pointId: string): Promise<boolean> {
    for (const refers of this.referrers) if (await refers(reader, pointId)) return true;
    return false;
  }

  async briefs(reader: Reader, ids: readonly string[]): Promise<Map<string, DeliveryPointBrief>> {
    if (ids.length === 0) return new Map();
    const points = await this.select(reader, { ids });
    return new Map(points.map((point) => [point.id, point]));
  }

  /**
   * In the order of the ids.
   * @throws Problem `unknown_reference`, or `rule` for those that were retired
   */
  async requireAll(
    reader: Reader,
    ids: readonly string[],
    pathOf: (index: number) => string,
  ): Promise<DeliveryPointBrief[]> {
    return requirePoints(await this.briefs(reader, ids), ids, pathOf);
  }

  /** By municipality in Serbian order, then by name; confidential ones among them. */
  async select(reader: Reader, selection: PointSelection): Promise<DeliveryPointBrief[]> {
    const where = await this.whatIsSelected(reader, selection);
    const rows = await reader.query<Row>(sql`
      SELECT ${COLUMNS} FROM ${FROM}${sql.where(where)}
      ORDER BY m.sort_key, m.code, p.sort_key, p.id`);
    return rows.map(readRow);
  }

  /** What the actor may see, and nothing that tells of more. */
  async list(query: DeliveryPointQuery, actor: Actor): Promise<Page<DeliveryPoint>> {
    const selected = await this.whatIsSelected(this.reads, {
      kind: query.kind,
      tag: query.tag,
      groupId: query.group,
      municipalityCodes: this.codesAsked(query),
    });
    return readPage<DeliveryPoint>(this.reads, {
      select: sql`${COLUMNS}, p.sort_key AS "sortKey", m.sort_key AS "municipalityKey"`,
      from: FROM,
      where: [
        ...this.whatIsVisible(actor),
        ...selected,
        ...searchConditions(sql`p.search_text`, query.q),
        ...(query.active === undefined ? [] : [sql`p.active = ${query.active}`]),
      ],
      order: ORDERS[query.sort ?? 'name'],
      limit: query.limit,
      cursor: query.cursor,
      map: readRow,
    });
  }

  /** @throws Problem `not_found`, also for what the actor may not see */
  async get(id: string, actor: Actor, reader: Reader = this.reads): Promise<DeliveryPoint> {
    const row = await reader.one<Row>(sql`SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = ${id}`);
    if (row === undefined) throw new Problem('not_found');
    const point = readRow(row);
    const district = this.register.unit(point.municipalityCode)?.districtCode ?? '';
    const hidden = point.confidential && !seesConfidential(actor);
    if (hidden || !reaches(actor, district)) throw new Problem('not_found');
    return point;
  }

  private codesAsked(query: DeliveryPointQuery): string[] | undefined {
    const { municipality, district, region } = query;
    if (municipality !== undefined) this.register.requireUnit(municipality, 'municipality');
    if (municipality === undefined && district === undefined && region === undefined)
      return undefined;
    const codes = this.register.codesAsked({ districtCode: district, regionCode: region });
    return municipality === undefined ? codes : codes.filter((code) => code === municipality);
  }

  private whatIsVisible(actor: Actor): Sql[] {
    const where: Sql[] = [];
    if (!seesConfidential(actor)) where.push(sql`p.confidential = FALSE`);
    const districts = districtsOf(actor);
    if (districts !== null) {
      const units = this.register.units.filter((unit) => districts.includes(unit.districtCode));
      where.push(
        this.liesIn(
          this.reads,
          units.map((unit) => unit.code),
        ),
      );
    }
    return where;
  }

  private async whatIsSelected(reader: Reader, selection: PointSelection): Promise<Sql[]> {
    const { kind, tag, municipalityCodes, groupId, ids, activeOnly } = selection;
    const where: Sql[] = [];
    if (kind !== undefined) where.push(sql`p.kind = ${kind}`);
    if (tag !== undefined) where.push(holdsEntry(reader.engine, sql`p.tags`, tag));
    if (municipalityCodes !== undefined) where.push(this.liesIn(reader, municipalityCodes));
    if (groupId !== undefined) {
      where.push(this.liesIn(reader, await this.groups.codes(reader, groupId, 'group')));
    }
    if (ids !== undefined) where.push(sql.isIn(reader.engine, sql`p.id`, [...new Set(ids)]));
    if (activeOnly) where.push(sql`p.active = TRUE`);
    return where;
  }

  private liesIn(reader: Reader, codes: readonly string[]): Sql {
    return sql.isIn(reader.engine, sql`p.municipality_code`, codes);
  }
}
