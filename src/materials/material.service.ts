import { Injectable } from '@nestjs/common';
import { definedOf } from '../platform/http/defined.js';
import { readViolation } from '../platform/database/violation.js';
import { searchText } from '../places/search.js';
import { searchConditions } from '../places/search.query.js';
import { serbianSortKey } from '../places/serbian-order.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { type Page, readPage } from '../platform/http/page.js';
import { type FieldError, Problem } from '../problem.js';
import type { ChangeMaterialDto, CreateMaterialDto, MaterialQuery } from './dto/material.dto.js';
import type { Instant } from '../time.js';
import { assertVariant, canonicalLanguage, type MaterialKind, type Variant } from './material.js';

/** What other capabilities know of a material. */
export interface MaterialBrief {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: MaterialKind;
  readonly unit: string;
  readonly packSize: number;
  readonly weightGrams: number;
  readonly volumeCm3: number;
  readonly language: string;
  readonly variantOf: string | null;
  readonly active: boolean;
}

/** Answers whether the caller's capability refers to the material. */
export type MaterialReferrer = (reader: Reader, materialId: string) => Promise<boolean>;

export interface Material extends MaterialBrief {
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
}

type Row<T extends { active: boolean }> = Omit<T, 'active'> & { readonly active: boolean | number };

const BRIEF = sql`id, code, name, kind, unit, pack_size AS "packSize", weight_grams AS "weightGrams",
  volume_cm3 AS "volumeCm3", language, variant_of AS "variantOf", active`;
const COLUMNS = sql`${BRIEF}, created_at AS "createdAt", changed_at AS "changedAt", version, sort_key AS "sortKey"`;

/** What is distributed: its master data, and what others ask about it. */
@Injectable()
export class MaterialService {
  private readonly referrers: MaterialReferrer[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadConnection,
    private readonly once: Once,
    private readonly clock: Clock,
  ) {}

  /** Whoever refers to materials says so here: while it does, a material is neither deleted nor of another kind. */
  registerReferrer(referrer: MaterialReferrer): void {
    this.referrers.push(referrer);
  }

  /** Every material, by name. */
  async all(reader: Reader): Promise<MaterialBrief[]> {
    const rows = await reader.query<Row<MaterialBrief>>(
      sql`SELECT ${BRIEF} FROM material ORDER BY sort_key, id`,
    );
    return rows.map(readFlags);
  }

  async briefs(reader: Reader, ids: readonly string[]): Promise<Map<string, MaterialBrief>> {
    if (ids.length === 0) return new Map();
    const rows = await reader.query<Row<MaterialBrief>>(
      sql`SELECT ${BRIEF} FROM material WHERE ${sql.isIn(reader.engine, sql`id`, [...new Set(ids)])}`,
    );
    return new Map(rows.map((row) => [row.id, readFlags(row)]));
  }

  /**
   * The materials in the order of the ids.
   * @throws Problem `unknown_reference` that lists every id that is none
   */
  async requireAll(
    reader: Reader,
    ids: readonly string[],
    pathOf: (index: number) => string,
  ): Promise<MaterialBrief[]> {
    const briefs = await this.briefs(reader, ids);
    const unknown = ids.flatMap((id, index) =>
      briefs.has(id) ? [] : [describeUnknown(id, pathOf(index))],
    );
    if (unknown.length > 0) throw new Problem('unknown_reference', { errors: unknown });
    return ids.map((id) => briefs.get(id)!);
  }

  list(query: MaterialQuery): Promise<Page<Material>> {
    const where: Sql[] = searchConditions(sql`search_text`, query.q);
    if (query.kind !== undefined) where.push(sql`kind = ${query.kind}`);
    if (query.language !== undefined)
      where.push(sql`language = ${canonicalLanguage(query.language) ?? ''}`);
    if (query.variantOf !== undefined) where.push(sql`variant_of = ${query.variantOf}`);
    if (query.active !== undefined) where.push(sql`active = ${query.active}`);
    return readPage(this.reads, {
      select: COLUMNS,
      from: sql`material`,
      where,
      order: [{ column: 'sortKey' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: readMaterial,
    });
  }

  get(id: string): Promise<Material> {
    return requireMaterial(this.reads, id);
  }

  /** @throws Problem `rule` (language, variant), `unknown_reference`, `duplicate`, `id_reused` */
  async create(body: CreateMaterialDto, actorId: string): Promise<Made<Material>> {
    const { id: wanted, ...content } = body;
    const material = complete({ ...content, language: requireLanguage(content.language) });
    const now = this.clock.now();
    return this.unitOfWork.run('create material', async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: wanted,
        kind: 'material',
        content: material,
        actorId,
      });
      if (first) {
        await this.checkVariant(tx, { id, ...material });
        const row = { id, ...columnsOf(material), version: 1, created_at: now, changed_at: now };
        const inserted = await tx.insert('material', [row], sql`ON CONFLICT (code_key) DO NOTHING`);
        if (inserted === 0) throw duplicateCode(material.code);
      }
      return new Made(first, await requireMaterial(tx, id));
    });
  }

  /** @throws Problem `not_found`, `stale`, `rule`, `unknown_reference`, `duplicate`, `in_use` (another kind) */
  async change(id: string, version: number, body: ChangeMaterialDto): Promise<Material> {
    const language =
      body.language === undefined ? {} : { language: requireLanguage(body.language) };
    const now = this.clock.now();
    return this.unitOfWork.run('change material', async (tx) => {
      const before = await lockMaterial(tx, id, version);
      const after = { ...before, ...definedOf(body), ...language };
      if (after.kind !== before.kind && (await this.isReferredTo(tx, id))) throw keepKind(before);
      await this.checkVariant(tx, after);
      const columns = { ...columnsOf(after), changed_at: now, version: version + 1 };
      const set = Object.entries(columns).map(
        ([column, value]) => sql`${sql.raw(column)} = ${value}`,
      );
      try {
        await tx.execute(sql`UPDATE material SET ${sql.join(set)} WHERE id = ${id}`);
      } catch (error) {
        throw readViolation(error) === 'unique' ? duplicateCode(after.code) : error;
      }
      return requireMaterial(tx, id);
    });
  }

  /** @throws Problem `not_found`, `stale`, `in_use` */
  async remove(id: string, version: number): Promise<void> {
    await this.unitOfWork.run('remove material', async (tx) => {
      await lockMaterial(tx, id, version);
      if (await this.isReferredTo(tx, id)) throw retireInstead();
      try {
        await tx.execute(sql`DELETE FROM material WHERE id = ${id}`);
      } catch (error) {
        throw readViolation(error) === 'foreign_key' ? retireInstead() : error;
      }
    });
  }

  private async isReferredTo(reader: Reader, id: string): Promise<boolean> {
    for (const refers of this.referrers) if (await refers(reader, id)) return true;
    return false;
  }

  private async checkVariant(tx: Transaction, material: Variant): Promise<void> {
    const { variantOf } = material;
    const near = await tx.query<Variant>(sql`
      SELECT id, name, language, variant_of AS "variantOf" FROM material
      WHERE id = ${variantOf ?? ''} OR variant_of = ${material.id} ORDER BY id${tx.forUpdate}`);
    const original = near.find(({ id }) => id === variantOf);
    if (variantOf !== null && original === undefined)
      throw new Problem('unknown_reference', { errors: [describeUnknown(variantOf, 'variantOf')] });
    assertVariant(
      material,
      original,
      near.filter(({ variantOf: of, id }) => of === material.id && id !== material.id),
    );
  }
}

type Content = Omit<MaterialBrief, 'id'>;

function complete(content: Omit<CreateMaterialDto, 'id'>): Content {
  return {
    ...content,
    packSize: content.packSize ?? 1,
    weightGrams: content.weightGrams ?? 0,
    volumeCm3: content.volumeCm3 ?? 0,
    variantOf: content.variantOf ?? null,
    active: content.active ?? true,
  };
}

function columnsOf(material: Content): Record<string, unknown> {
  return {
    code: material.code,
    code_key: material.code.toLowerCase(),
    name: material.name,
    kind: material.kind,
    unit: material.unit,
    pack_size: material.packSize,
    weight_grams: material.weightGrams,
    volume_cm3: material.volumeCm3,
    language: material.language,
    variant_of: material.variantOf,
    active: material.active,
    search_text: searchText(material.code, material.name),
    sort_key: serbianSortKey(material.name),
  };
}

/** Held until the end of the unit of work. @throws Problem `not_found`, `stale` */
async function lockMaterial(tx: Transaction, id: string, version: number): Promise<Material> {
  await tx.query(sql`SELECT id FROM material WHERE id = ${id}${tx.forUpdate}`);
  const material = await requireMaterial(tx, id);
  if (material.version !== version) throw new Problem('stale');
  return material;
}

async function requireMaterial(reader: Reader, id: string): Promise<Material> {
  const row = await reader.one<Row<Material>>(
    sql`SELECT ${COLUMNS} FROM material WHERE id = ${id}`,
  );
  if (row === undefined) throw new Problem('not_found');
  return readMaterial(row);
}

function readMaterial(row: Row<Material> & { sortKey?: string }): Material {
  const { sortKey: _, ...material } = row;
  return readFlags(material);
}

function readFlags<T extends { active: boolean }>(row: Row<T>): T {
  return { ...row, active: Boolean(row.active) } as unknown as T;
}

function requireLanguage(tag: string): string {
  const language = canonicalLanguage(tag);
  if (language !== undefined) return language;
  const message = {
    en: `"${tag}" is no language tag (BCP 47). Write it as in sr-Cyrl, hu, sq, rom or sk.`,
    sr: `„${tag}“ nije oznaka jezika (BCP 47). Napišite je kao „sr-Cyrl“, „hu“, „sq“, „rom“ ili „sk“.`,
  };
  throw new Problem('rule', { errors: [{ path: 'language', message }] });
}

function describeUnknown(id: string, path: string): FieldError {
  return {
    path,
    message: {
      en: `There is no material with the id ${id}. Choose one from the list of materials.`,
      sr: `Ne postoji materijal sa oznakom ${id}. Izaberite ga sa spiska materijala.`,
    },
  };
}

function duplicateCode(code: string): Problem {
  const message = {
    en: `There is a material with the code "${code}" already. Change that one, or give this one another code.`,
    sr: `Već postoji materijal sa šifrom „${code}“. Izmenite postojeći ili ovom dajte drugu šifru.`,
  };
  return new Problem('duplicate', { errors: [{ path: 'code', message }] });
}

function keepKind(material: Material): Problem {
  const message = {
    en: `"${material.name}" is in use as ${material.kind} and stays so. Make another material.`,
    sr: `„${material.name}“ je već u upotrebi kao ${material.kind} i to ostaje. Napravite drugi materijal.`,
  };
  return new Problem('in_use', { errors: [{ path: 'kind', message }] });
}

function retireInstead(): Problem {
  return new Problem('in_use', {
    detail: {
      en: 'Others refer to this material. Send PATCH {"active": false} to retire it.',
      sr: 'Drugi podaci se pozivaju na ovaj materijal. Pošaljite PATCH {"active": false} da ga povučete.',
    },
    extra: { hint: { active: false } },
  });
}
