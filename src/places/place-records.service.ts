import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import { readViolation } from '../platform/database/violation.js';
import { refuseInUse } from './refusal.js';

export type PlaceTable = 'place_group' | 'delivery_point' | 'warehouse' | 'closure';
type Row = Record<string, unknown>;

/** Reads one record as its caller may see it, or throws `not_found`. */
type Read<T> = (tx: Transaction, id: string) => Promise<T>;

export interface Creation<T> {
  readonly table: PlaceTable;
  readonly id: string | undefined;
  /** What was asked for, without its id. */
  readonly content: unknown;
  readonly actorId: string;
  /** The row to be, or a Problem. */
  readonly draft: (tx: Transaction) => Promise<Row>;
  readonly read: Read<T>;
}

export interface Change<T> {
  readonly table: PlaceTable;
  readonly id: string;
  /** The one that the caller read. */
  readonly version: number;
  readonly read: Read<T>;
  /** The columns to be, or a Problem. */
  readonly draft: (tx: Transaction, current: T) => Promise<Row>;
}

export interface Removal<T> {
  readonly table: PlaceTable;
  readonly id: string;
  readonly version: number;
  readonly read: Read<T>;
  /** Refuses where somebody needs it that no foreign key speaks for. */
  readonly check?: (tx: Transaction) => Promise<void>;
  /** Whether `active: false` is there to retire it. */
  readonly retirable: boolean;
}

/** How every record of a place is kept: made once, changed by version, never removed while others refer to it. */
@Injectable()
export class PlaceRecords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
  ) {}

  create<T>(creation: Creation<T>): Promise<Made<T>> {
    const { table, content, actorId } = creation;
    const now = this.clock.now();
    return this.unitOfWork.run(`create ${table}`, async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: creation.id,
        kind: table,
        content,
        actorId,
      });
      if (first) {
        const row = await creation.draft(tx);
        await tx.insert(table, [{ id, ...row, version: 1, created_at: now, changed_at: now }]);
      }
      return new Made(first, await creation.read(tx, id));
    });
  }

  change<T extends { readonly version: number }>(change: Change<T>): Promise<T> {
    const { table, id, version } = change;
    const now = this.clock.now();
    return this.unitOfWork.run(`change ${table}`, async (tx) => {
      const current = await this.lock(tx, change);
      const row = await change.draft(tx, current);
      const columns = Object.entries({ ...row, changed_at: now, version: version + 1 });
      const set = columns.map(([column, value]) => sql`${sql.raw(column)} = ${value}`);
      await tx.execute(sql`UPDATE ${sql.raw(table)} SET ${sql.join(set)} WHERE id = ${id}`);
      return change.read(tx, id);
    });
  }

  async remove<T extends { readonly version: number }>(removal: Removal<T>): Promise<void> {
    await this.unitOfWork.run(`remove ${removal.table}`, async (tx) => {
      await this.lock(tx, removal);
      await removal.check?.(tx);
      try {
        await tx.execute(sql`DELETE FROM ${sql.raw(removal.table)} WHERE id = ${removal.id}`);
      } catch (error) {
        if (readViolation(error) === 'foreign_key') throw refuseInUse(removal.retirable);
        throw error;
      }
    });
  }

  /** The record as it is, held until the end of the unit of work, where it is still the version that was read. */
  private async lock<T extends { readonly version: number }>(
    tx: Transaction,
    target: { table: PlaceTable; id: string; version: number; read: Read<T> },
  ): Promise<T> {
    await tx.query(
      sql`SELECT id FROM ${sql.raw(target.table)} WHERE id = ${target.id}${tx.forUpdate}`,
    );
    const current = await target.read(tx, target.id);
    if (current.version !== target.version) throw new Problem('stale');
    return current;
  }
}
