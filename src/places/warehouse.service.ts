import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { UserService } from '../access/user.service.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { Contact } from './contact.js';
import type {
  ChangeWarehouseDto,
  CreateWarehouseDto,
  WarehouseQuery,
} from './dto/warehouse.dto.js';
import { refuseHalfPosition } from './place-position.js';
import { definedOf } from '../platform/http/defined.js';
import { PlaceRecords } from './place-records.service.js';
import type { WarehouseKind } from './point-kind.js';
import { Register } from './register.service.js';
import { searchText } from './search.js';
import { holdsEntry, searchConditions } from './search.query.js';
import { serbianSortKey } from './serbian-order.js';
import { districtsOf, reaches, refuseOtherDistrict } from './visibility.js';

export interface WarehouseBrief {
  readonly id: string;
  readonly name: string;
  readonly kind: WarehouseKind;
  readonly municipalityCode: string;
  readonly keeperIds: string[];
  readonly active: boolean;
}

export interface Warehouse extends WarehouseBrief {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly contact: Contact | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

type Row = Omit<Warehouse, 'keeperIds' | 'contact' | 'active'> & {
  readonly keeperIds: string;
  readonly contact: string | null;
  readonly active: boolean | number;
};

const COLUMNS = sql`id, name, kind, municipality_code AS "municipalityCode", latitude, longitude, contact,
  keeper_ids AS "keeperIds", active, version, created_at AS "createdAt", changed_at AS "changedAt"`;

function readRow(row: Row): Warehouse {
  return {
    ...row,
    keeperIds: JSON.parse(row.keeperIds) as string[],
    contact: row.contact === null ? null : (JSON.parse(row.contact) as Contact),
    active: Boolean(row.active),
  };
}

function briefOf({
  id,
  name,
  kind,
  municipalityCode,
  keeperIds,
  active,
}: Warehouse): WarehouseBrief {
  return { id, name, kind, municipalityCode, keeperIds, active };
}

@Injectable()
export class WarehouseService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly records: PlaceRecords,
    private readonly register: Register,
    private readonly users: UserService,
  ) {}

  /** @throws Problem `unknown_reference` */
  async require(reader: Reader, id: string, path: string): Promise<WarehouseBrief> {
    const warehouse = await this.find(reader, id);
    if (warehouse !== undefined) return briefOf(warehouse);
    const message = {
      en: `There is no warehouse with the id ${id}. Take an id from /warehouses.`,
      sr: `Ne postoji magacin sa oznakom ${id}. Uzmite oznaku sa spiska /warehouses.`,
    };
    throw new Problem('unknown_reference', { errors: [{ path, message }] });
  }

  async all(reader: Reader): Promise<WarehouseBrief[]> {
    const rows = await reader.query<Row>(
      sql`SELECT ${COLUMNS} FROM warehouse ORDER BY sort_key, id`,
    );
    return rows.map((row) => briefOf(readRow(row)));
  }

  /** The ids of the warehouses that the user keeps. */
  async keptBy(reader: Reader, userId: string): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(sql`
      SELECT id FROM warehouse WHERE ${holdsEntry(reader.engine, sql`keeper_ids`, userId)} ORDER BY id`);
    return rows.map((row) => row.id);
  }

  list(query: WarehouseQuery, actor: Actor): Promise<Page<Warehouse>> {
    const direction = query.sort === '-name' ? 'desc' : 'asc';
    return readPage<Warehouse>(this.reads, {
      select: sql`${COLUMNS}, sort_key AS "sortKey"`,
      from: sql`warehouse`,
      where: [...this.whatIsVisible(actor), ...this.whatIsAsked(query)],
      order: [{ column: 'sortKey', direction }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: readRow,
    });
  }

  /** @throws Problem `not_found`, also for what the actor may not see */
  async get(id: string, actor: Actor, reader: Reader = this.reads): Promise<Warehouse> {
    const warehouse = await this.find(reader, id);
    if (warehouse === undefined || !this.isVisible(warehouse, actor))
      throw new Problem('not_found');
    return warehouse;
  }

  create(body: CreateWarehouseDto, actor: Actor): Promise<Made<Warehouse>> {
    const { id, ...content } = body;
    return this.records.create({
      table: 'warehouse',
      id,
      content,
      actorId: actor.id,
      draft: (tx) => this.draft(tx, content, actor, []),
      read: (tx, warehouseId) => this.get(warehouseId, actor, tx),
    });
  }

  change(id: string, version: number, body: ChangeWarehouseDto, actor: Actor): Promise<Warehouse> {
    return this.records.change<Warehouse>({
      table: 'warehouse',
      id,
      version,
      draft: (tx, current) =>
        this.draft(tx, { ...current, ...definedOf(body) }, actor, current.keeperIds),
      read: (tx, warehouseId) => this.get(warehouseId, actor, tx),
    });
  }

  remove(id: string, version: number, actor: Actor): Promise<void> {
    return this.records.remove<Warehouse>({
      table: 'warehouse',
      id,
      version,
      retirable: true,
      read: (tx, warehouseId) => this.get(warehouseId, actor, tx),
    });
  }

  /** Whoever asks, with its contact: what they may know of it is the caller's to decide. */
  async find(reader: Reader, id: string): Promise<Warehouse | undefined> {
    const row = await reader.one<Row>(sql`SELECT ${COLUMNS} FROM warehouse WHERE id = ${id}`);
    return row === undefined ? undefined : readRow(row);
  }

  private isVisible(warehouse: Warehouse, actor: Actor): boolean {
    if (actor.role === 'volunteer') return warehouse.keeperIds.includes(actor.id);
    return reaches(actor, this.districtOf(warehouse.municipalityCode));
  }

  private districtOf(municipalityCode: string): string {
    return this.register.unit(municipalityCode)?.districtCode ?? '';
  }

  private whatIsVisible(actor: Actor): Sql[] {
    if (actor.role === 'volunteer') {
      return [holdsEntry(this.reads.engine, sql`keeper_ids`, actor.id)];
    }
    const districts = districtsOf(actor);
    if (districts === null) return [];
    const codes = this.register.units.filter((unit) => districts.includes(unit.districtCode));
    return [
      sql.isIn(
        this.reads.engine,
        sql`municipality_code`,
        codes.map((unit) => unit.code),
      ),
    ];
  }

  private whatIsAsked(query: WarehouseQuery): Sql[] {
    const where = searchConditions(sql`search_text`, query.q);
    if (query.kind !== undefined) where.push(sql`kind = ${query.kind}`);
    if (query.active !== undefined) where.push(sql`active = ${query.active}`);
    if (query.municipality !== undefined) {
      const { code } = this.register.requireUnit(query.municipality, 'municipality');
      where.push(sql`municipality_code = ${code}`);
    }
    return where;
  }

  /** Those who keep it already may stay, also where they are no longer active. */
  private async draft(
    reader: Reader,
    fields: Omit<CreateWarehouseDto, 'id'>,
    actor: Actor,
    keepersBefore: readonly string[],
  ) {
    const unit = this.register.requireUnit(fields.municipalityCode, 'municipalityCode');
    if (!reaches(actor, unit.districtCode)) throw refuseOtherDistrict(unit.nameLatn);
    refuseHalfPosition(fields);
    const keeperIds = fields.keeperIds ?? [];
    const added = keeperIds.filter((id) => !keepersBefore.includes(id));
    await this.users.requireAll(
      reader,
      added,
      (at) => `keeperIds[${keeperIds.indexOf(added[at]!)}]`,
    );
    return {
      name: fields.name,
      kind: fields.kind ?? 'own',
      municipality_code: unit.code,
      latitude: fields.latitude ?? null,
      longitude: fields.longitude ?? null,
      contact: fields.contact == null ? null : JSON.stringify(fields.contact),
      keeper_ids: JSON.stringify(keeperIds),
      active: fields.active ?? true,
      search_text: searchText(fields.name, unit.nameLatn),
      sort_key: serbianSortKey(fields.name),
    };
  }
}
