import { Injectable } from '@nestjs/common';
import { readViolation } from '../platform/database/violation.js';
import { Clock } from '../platform/clock/clock.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { newId } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import { dayOf } from '../time.js';
import { Assignments } from './assignments.service.js';
import { reconcile, type WishedConsignment } from './draft.js';
import type { ConsignmentRow } from './shipments.service.js';
import { writeWaybillNumber } from './waybill-number.js';

/** A wish whose point is known to lie in the municipality. */
export interface PlacedConsignment extends WishedConsignment {
  readonly municipalityCode: string;
}

interface WrittenConsignment {
  readonly id: string;
  readonly kept: boolean;
  readonly position: number;
  readonly wish: PlacedConsignment;
}

const CONSIGNMENTS_PER_STATEMENT = 5_000;

/** Writes a draft's consignments: keeps, makes and removes, in a constant number of statements. */
@Injectable()
export class DraftConsignments {
  constructor(
    private readonly clock: Clock,
    private readonly assignments: Assignments,
  ) {}

  /** Makes the (locked, draft) batch hold the wished consignments, in their order, and no others. */
  async replace(
    tx: Transaction,
    batchId: string,
    present: readonly ConsignmentRow[],
    wished: readonly PlacedConsignment[],
    actorId: string,
  ): Promise<void> {
    const { removedIds, consignments } = reconcile(present, wished);
    const written = consignments.map(({ id, kept, wish }, position) => ({
      id: id ?? newId(),
      kept,
      position,
      wish,
    }));
    await this.remove(tx, removedIds);
    await tx.execute(
      sql`DELETE FROM consignment_line
        WHERE consignment_id IN (SELECT id FROM consignment WHERE batch_id = ${batchId})`,
    );
    await this.update(
      tx,
      present,
      written.filter(({ kept }) => kept),
    );
    await this.insert(
      tx,
      batchId,
      written.filter(({ kept }) => !kept),
    );
    await insertLines(tx, written);
    await this.assignments.assign(
      tx,
      present,
      written.flatMap(({ id, wish: { assigneeId } }) =>
        assigneeId === undefined ? [] : [{ consignmentId: id, assigneeId }],
      ),
      actorId,
    );
  }

  /** @throws Problem `in_use` where somebody has told of one of them already */
  async remove(tx: Transaction, consignmentIds: readonly string[]): Promise<void> {
    if (consignmentIds.length === 0) return;
    const owned = ['consignment_line', 'package', 'consignment_tracking', 'consignment_assignment'];
    for (const table of owned) {
      await tx.execute(
        sql`DELETE FROM ${sql.raw(table)}
          WHERE ${sql.isIn(tx.engine, sql`consignment_id`, consignmentIds)}`,
      );
    }
    try {
      await tx.execute(
        sql`DELETE FROM consignment WHERE ${sql.isIn(tx.engine, sql`id`, consignmentIds)}`,
      );
    } catch (error) {
      if (readViolation(error) === 'foreign_key') throw refuseConfirmed();
      throw error;
    }
  }

  private async update(
    tx: Transaction,
    present: readonly ConsignmentRow[],
    kept: readonly WrittenConsignment[],
  ): Promise<void> {
    const before = new Map(present.map((row) => [row.id, row]));
    const now = this.clock.now();
    const instant = sql.raw(tx.engine === 'postgres' ? 'timestamptz' : 'text');
    for (let start = 0; start < kept.length; start += CONSIGNMENTS_PER_STATEMENT) {
      const rows = kept
        .slice(start, start + CONSIGNMENTS_PER_STATEMENT)
        .map(({ id, position, wish }) => [
          id,
          position,
          wish.municipalityCode,
          wish.expectedAt === undefined ? before.get(id)!.expectedAt : wish.expectedAt,
        ]);
      await tx.execute(
        sql`UPDATE consignment SET position = d.position, municipality_code = d.municipality_code,
            expected_at = CAST(d.expected_at AS ${instant}), changed_at = ${now},
            version = consignment.version + 1
          FROM (WITH v(id, position, municipality_code, expected_at) AS
            (${sql.rows(rows, ['text', 'integer', 'text', 'text'])}) SELECT * FROM v) AS d
          WHERE consignment.id = d.id`,
      );
    }
  }

  private async insert(
    tx: Transaction,
    batchId: string,
    made: readonly WrittenConsignment[],
  ): Promise<void> {
    if (made.length === 0) return;
    const now = this.clock.now();
    const waybills = await this.takeWaybillNumbers(tx, made.length);
    const inserted = await tx.insert(
      'consignment',
      made.map(({ id, position, wish }, index) => ({
        id,
        batch_id: batchId,
        position,
        delivery_point_id: wish.deliveryPointId,
        municipality_code: wish.municipalityCode,
        waybill_number: waybills[index],
        expected_at: wish.expectedAt ?? null,
        standing_confirmation_id: null,
        created_at: now,
        changed_at: now,
        version: 1,
      })),
      sql`ON CONFLICT (id) DO NOTHING`,
    );
    if (inserted < made.length) throw refuseReusedId();
  }

  /** The year's next numbers; whoever takes some at the same moment waits for these to be kept or given up. */
  private async takeWaybillNumbers(tx: Transaction, count: number): Promise<string[]> {
    const year = Number(dayOf(this.clock.now()).slice(0, 4));
    await tx.insert(
      'waybill_counter',
      [{ year, last_number: count }],
      sql`ON CONFLICT (year) DO UPDATE
        SET last_number = waybill_counter.last_number + excluded.last_number`,
    );
    const counter = await tx.one<{ last: number }>(
      sql`SELECT last_number AS last FROM waybill_counter WHERE year = ${year}`,
    );
    const first = counter!.last - count + 1;
    return Array.from({ length: count }, (_, index) => writeWaybillNumber(year, first + index));
  }
}

async function insertLines(
  tx: Transaction,
  consignments: readonly WrittenConsignment[],
): Promise<void> {
  await tx.insert(
    'consignment_line',
    consignments.flatMap(({ id, wish }) =>
      wish.lines.map(({ materialId, quantity }, position) => ({
        consignment_id: id,
        material_id: materialId,
        position,
        quantity,
        sent: 0,
        delivered: 0,
        damaged: 0,
        missing: 0,
        refused: 0,
        returned: 0,
        lost: 0,
        surplus: 0,
      })),
    ),
  );
}

function refuseReusedId(): Problem {
  return new Problem('id_reused', {
    detail: {
      en: 'A consignment’s id is that of another consignment. Make a new id, or leave it out.',
      sr: 'Oznaka jedne pošiljke već pripada drugoj. Napravite novu oznaku ili je izostavite.',
    },
  });
}

function refuseConfirmed(): Problem {
  return new Problem('in_use', {
    detail: {
      en: 'Somebody has sent a confirmation for a consignment that would go. Keep it, or cancel the batch.',
      sr: 'Neko je poslao potvrdu za pošiljku koja bi nestala. Zadržite je ili otkažite turu.',
    },
  });
}
