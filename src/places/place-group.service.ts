import { Injectable } from '@nestjs/common';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Day, Instant } from '../time.js';
import type {
  ChangePlaceGroupDto,
  CreatePlaceGroupDto,
  PlaceGroupQuery,
} from './dto/place-group.dto.js';
import { definedOf } from '../platform/http/defined.js';
import { PlaceRecords } from './place-records.service.js';
import { Register } from './register.service.js';
import { searchText } from './search.js';
import { searchConditions } from './search.query.js';
import { serbianSortKey } from './serbian-order.js';

/** A named list of municipalities; every figure for it names its source and date. */
export interface PlaceGroup {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly validOn: Day;
  readonly municipalityCodes: string[];
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

interface Row extends Omit<PlaceGroup, 'municipalityCodes' | 'active'> {
  readonly municipalityCodes: string;
  readonly active: boolean | number;
}

const COLUMNS = sql`id, name, source, valid_on AS "validOn", municipality_codes AS "municipalityCodes", active,
  version, created_at AS "createdAt", changed_at AS "changedAt"`;

function readRow(row: Row): PlaceGroup {
  const { id, name, source, validOn, version, createdAt, changedAt } = row;
  const municipalityCodes = JSON.parse(row.municipalityCodes) as string[];
  const active = Boolean(row.active);
  return { id, name, source, validOn, municipalityCodes, active, version, createdAt, changedAt };
}

@Injectable()
export class PlaceGroupService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly records: PlaceRecords,
    private readonly register: Register,
  ) {}

  /**
   * The codes of the group's municipalities.
   * @throws Problem `unknown_reference`
   */
  async codes(reader: Reader, groupId: string, path: string): Promise<string[]> {
    return (await this.requireGroup(reader, groupId, path)).municipalityCodes;
  }

  /** @throws Problem `unknown_reference` */
  async requireGroup(reader: Reader, groupId: string, path: string): Promise<PlaceGroup> {
    const group = await this.find(reader, groupId);
    if (group !== undefined) return group;
    const message = {
      en: `There is no place group with the id ${groupId}. Take an id from /place-groups.`,
      sr: `Ne postoji grupa mesta sa oznakom ${groupId}. Uzmite oznaku sa spiska /place-groups.`,
    };
    throw new Problem('unknown_reference', { errors: [{ path, message }] });
  }

  async all(reader: Reader): Promise<PlaceGroup[]> {
    const rows = await reader.query<Row>(
      sql`SELECT ${COLUMNS} FROM place_group ORDER BY sort_key, id`,
    );
    return rows.map(readRow);
  }

  list(query: PlaceGroupQuery): Promise<Page<PlaceGroup>> {
    const direction = query.sort === '-name' ? 'desc' : 'asc';
    return readPage<PlaceGroup>(this.reads, {
      select: sql`${COLUMNS}, sort_key AS "sortKey"`,
      from: sql`place_group`,
      where: [
        ...searchConditions(sql`search_text`, query.q),
        ...(query.active === undefined ? [] : [sql`active = ${query.active}`]),
      ],
      order: [{ column: 'sortKey', direction }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: readRow,
    });
  }

  async get(id: string, reader: Reader = this.reads): Promise<PlaceGroup> {
    const group = await this.find(reader, id);
    if (group === undefined) throw new Problem('not_found');
    return group;
  }

  create(body: CreatePlaceGroupDto, actorId: string): Promise<Made<PlaceGroup>> {
    const { id, ...content } = body;
    return this.records.create({
      table: 'place_group',
      id,
      content,
      actorId,
      draft: () => Promise.resolve(this.draft({ active: true, ...definedOf(content) })),
      read: (tx, groupId) => this.get(groupId, tx),
    });
  }

  change(id: string, version: number, body: ChangePlaceGroupDto): Promise<PlaceGroup> {
    return this.records.change<PlaceGroup>({
      table: 'place_group',
      id,
      version,
      draft: (_, current) => Promise.resolve(this.draft({ ...current, ...definedOf(body) })),
      read: (tx, groupId) => this.get(groupId, tx),
    });
  }

  remove(id: string, version: number): Promise<void> {
    return this.records.remove<PlaceGroup>({
      table: 'place_group',
      id,
      version,
      retirable: true,
      read: (tx, groupId) => this.get(groupId, tx),
    });
  }

  private async find(reader: Reader, id: string): Promise<PlaceGroup | undefined> {
    const row = await reader.one<Row>(sql`SELECT ${COLUMNS} FROM place_group WHERE id = ${id}`);
    return row === undefined ? undefined : readRow(row);
  }

  private draft(
    fields: Pick<PlaceGroup, 'name' | 'source' | 'validOn' | 'municipalityCodes' | 'active'>,
  ) {
    const codes = new Set(fields.municipalityCodes);
    fields.municipalityCodes.forEach((code, index) =>
      this.register.requireUnit(code, `municipalityCodes[${index}]`),
    );
    const inOrder = this.register.units
      .filter((unit) => codes.has(unit.code))
      .map((unit) => unit.code);
    return {
      name: fields.name,
      source: fields.source,
      valid_on: fields.validOn,
      municipality_codes: JSON.stringify(inOrder),
      active: fields.active,
      search_text: searchText(fields.name, fields.source),
      sort_key: serbianSortKey(fields.name),
    };
  }
}
