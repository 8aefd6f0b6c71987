import { Injectable } from '@nestjs/common';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { Closure } from './closure.js';
import { refuseSpan } from './closure.js';
import type { ChangeClosureDto, ClosureQuery, CreateClosureDto } from './dto/closure.dto.js';
import { PlaceGroupService } from './place-group.service.js';
import { definedOf } from '../platform/http/defined.js';
import { PlaceRecords } from './place-records.service.js';
import { Register } from './register.service.js';
import { searchText } from './search.js';
import { searchConditions } from './search.query.js';

/** A closure as it was entered: its group by id, not yet as municipalities. */
export interface ClosureRecord extends Closure {
  readonly municipalityCodes: string[] | null;
  readonly groupId: string | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

type Fields = Omit<CreateClosureDto, 'id' | 'municipalityCodes'> & {
  readonly municipalityCodes?: readonly string[] | null;
};

type Row = Omit<ClosureRecord, 'municipalityCodes'> & { readonly municipalityCodes: string | null };

const COLUMNS = sql`id, starts_on AS "startsOn", ends_on AS "endsOn", reason, point_kind AS "pointKind", tag,
  municipality_codes AS "municipalityCodes", group_id AS "groupId", version, created_at AS "createdAt",
  changed_at AS "changedAt"`;

function readRow(row: Row): ClosureRecord {
  const codes = row.municipalityCodes;
  return { ...row, municipalityCodes: codes === null ? null : (JSON.parse(codes) as string[]) };
}

@Injectable()
export class ClosureService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly records: PlaceRecords,
    private readonly register: Register,
    private readonly groups: PlaceGroupService,
  ) {}

  /** All closures; a group's municipalities stand among those named. */
  async all(reader: Reader): Promise<Closure[]> {
    const rows = await reader.query<Row>(
      sql`SELECT ${COLUMNS} FROM closure ORDER BY starts_on, id`,
    );
    const groups = rows.some((row) => row.groupId !== null) ? await this.groups.all(reader) : [];
    const codesOf = new Map(groups.map((group) => [group.id, group.municipalityCodes]));
    return rows.map(readRow).map(({ groupId, municipalityCodes, ...closure }) => ({
      ...closure,
      municipalityCodes:
        groupId === null
          ? municipalityCodes
          : [...new Set([...(municipalityCodes ?? []), ...(codesOf.get(groupId) ?? [])])],
    }));
  }

  list(query: ClosureQuery): Promise<Page<ClosureRecord>> {
    const direction = query.sort === '-startsOn' ? 'desc' : 'asc';
    return readPage<ClosureRecord>(this.reads, {
      select: COLUMNS,
      from: sql`closure`,
      where: [
        ...searchConditions(sql`search_text`, query.q),
        ...(query.from === undefined ? [] : [sql`ends_on >= ${query.from}`]),
        ...(query.to === undefined ? [] : [sql`starts_on <= ${query.to}`]),
      ],
      order: [{ column: 'startsOn', direction }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: readRow,
    });
  }

  async get(id: string, reader: Reader = this.reads): Promise<ClosureRecord> {
    const row = await reader.one<Row>(sql`SELECT ${COLUMNS} FROM closure WHERE id = ${id}`);
    if (row === undefined) throw new Problem('not_found');
    return readRow(row);
  }

  create(body: CreateClosureDto, actorId: string): Promise<Made<ClosureRecord>> {
    const { id, ...content } = body;
    return this.records.create({
      table: 'closure',
      id,
      content,
      actorId,
      draft: (tx) => this.draft(tx, content),
      read: (tx, closureId) => this.get(closureId, tx),
    });
  }

  change(id: string, version: number, body: ChangeClosureDto): Promise<ClosureRecord> {
    return this.records.change<ClosureRecord>({
      table: 'closure',
      id,
      version,
      draft: (tx, current) => this.draft(tx, { ...current, ...definedOf(body) }),
      read: (tx, closureId) => this.get(closureId, tx),
    });
  }

  remove(id: string, version: number): Promise<void> {
    return this.records.remove<ClosureRecord>({
      table: 'closure',
      id,
      version,
      retirable: false,
      read: (tx, closureId) => this.get(closureId, tx),
    });
  }

  private async draft(reader: Reader, fields: Fields) {
    const codes = fields.municipalityCodes ?? null;
    const groupId = fields.groupId ?? null;
    refuseSpan(fields.startsOn, fields.endsOn);
    codes?.forEach((code, index) => this.register.requireUnit(code, `municipalityCodes[${index}]`));
    if (groupId !== null) await this.groups.requireGroup(reader, groupId, 'groupId');
    return {
      starts_on: fields.startsOn,
      ends_on: fields.endsOn,
      reason: fields.reason,
      point_kind: fields.pointKind ?? null,
      tag: fields.tag ?? null,
      municipality_codes: codes === null ? null : JSON.stringify(codes),
      group_id: groupId,
      search_text: searchText(fields.reason),
    };
  }
}
