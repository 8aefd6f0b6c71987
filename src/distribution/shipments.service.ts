import assert from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { sql, type Sql, type SqlType } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { BatchState } from './batch-life.js';
import { LINE_COUNTERS, type LineCounters } from './consignment-state.js';
import type { TransportMode } from './transport-mode.js';

export interface BatchRow {
  readonly id: string;
  readonly campaignId: string;
  readonly warehouseId: string;
  readonly state: BatchState;
  readonly mode: TransportMode;
  readonly carrier: string | null;
  readonly vehicle: string | null;
  readonly driver: string | null;
  readonly expectedAt: Instant | null;
  readonly plannedAt: Instant | null;
  readonly packedAt: Instant | null;
  readonly dispatchedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
}

interface LineLot {
  readonly lotId: string;
  readonly quantity: number;
}

export interface ConsignmentLineRow extends LineCounters {
  readonly materialId: string;
  /** What is meant to go; `sent` says what went. */
  readonly quantity: number;
  readonly surplus: number;
  /** In the order in which they are drawn; empty before plan. */
  readonly lots: readonly LineLot[];
}

interface AssignmentRow {
  readonly userId: string;
  readonly fromAt: Instant;
  /** Null: still assigned. */
  readonly untilAt: Instant | null;
}

export interface ConsignmentRow {
  readonly id: string;
  readonly batchId: string;
  readonly position: number;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  readonly waybillNumber: string;
  readonly expectedAt: Instant | null;
  readonly standingConfirmationId: string | null;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
  readonly lines: readonly ConsignmentLineRow[];
  /** All there ever were, oldest first. */
  readonly assignments: readonly AssignmentRow[];
}

export type LineDelta = {
  readonly consignmentId: string;
  readonly materialId: string;
} & { readonly [counter in (typeof LINE_COUNTERS)[number]]?: number };

/** What a step sets on the batch beside its state. */
export interface BatchFields {
  readonly vehicle?: string | null;
  readonly driver?: string | null;
  readonly expectedAt?: Instant | null;
  readonly plannedAt?: Instant | null;
  readonly packedAt?: Instant | null;
  readonly dispatchedAt?: Instant;
  readonly closedAt?: Instant;
  readonly cancelledAt?: Instant;
}

const FIELD_COLUMNS: Readonly<Record<keyof BatchFields, string>> = {
  vehicle: 'vehicle',
  driver: 'driver',
  expectedAt: 'expected_at',
  plannedAt: 'planned_at',
  packedAt: 'packed_at',
  dispatchedAt: 'dispatched_at',
  closedAt: 'closed_at',
  cancelledAt: 'cancelled_at',
};

/** Lines whose counters one statement changes; the engines bound the parameters of a statement. */
const LINES_PER_STATEMENT = 2_500;

/** Of `batch b`, as a `BatchRow`. */
export const BATCH_COLUMNS =
  sql.raw(`b.id, b.campaign_id AS "campaignId", b.warehouse_id AS "warehouseId",
  b.state, b.mode, b.carrier, b.vehicle, b.driver, b.expected_at AS "expectedAt",
  b.planned_at AS "plannedAt", b.packed_at AS "packedAt",
  b.dispatched_at AS "dispatchedAt", b.closed_at AS "closedAt", b.cancelled_at AS "cancelledAt",
  b.created_by AS "createdBy", b.created_at AS "createdAt", b.changed_at AS "changedAt", b.version`);

/**
 * Batches and consignments for those who book on them: locks, loads and counts. Every change that a list of
 * consignments shows raises their version and `changedAt`, so that a phone that asks for what changed gets it.
 */
@Injectable()
export class Shipments {
  constructor(private readonly clock: Clock) {}

  /**
   * The batch, locked until the end of the transaction: whatever changes a batch or its consignments takes this lock
   * first, so that commands on one batch follow each other.
   *
   * @throws Problem `not_found`
   */
  async lockBatch(tx: Transaction, batchId: string): Promise<BatchRow> {
    const batch = await tx.one<BatchRow>(
      sql`SELECT ${BATCH_COLUMNS} FROM batch b WHERE b.id = ${batchId}${tx.forUpdate}`,
    );
    if (batch === undefined) throw new Problem('not_found');
    return batch;
  }

  /** The batch, not locked. @throws Problem `not_found` */
  async requireBatch(reader: Reader, batchId: string): Promise<BatchRow> {
    const [batch] = await this.findBatches(reader, [batchId]);
    if (batch === undefined) throw new Problem('not_found');
    return batch;
  }

  async findBatches(reader: Reader, batchIds: readonly string[]): Promise<BatchRow[]> {
    return reader.query<BatchRow>(
      sql`SELECT ${BATCH_COLUMNS} FROM batch b
        WHERE ${sql.isIn(reader.engine, sql`b.id`, batchIds)}`,
    );
  }

  /** The batch that the consignment travels with; undefined where there is no such consignment. */
  async batchOf(reader: Reader, consignmentId: string): Promise<BatchRow | undefined> {
    return reader.one<BatchRow>(
      sql`SELECT ${BATCH_COLUMNS} FROM batch b JOIN consignment c ON c.batch_id = b.id
        WHERE c.id = ${consignmentId}`,
    );
  }

  /** Consignments with lines, lots and assignments, in the batch's order, in four statements. */
  async load(
    reader: Reader,
    where: { batchId: string } | { consignmentIds: readonly string[] },
  ): Promise<ConsignmentRow[]> {
    const chosen =
      'batchId' in where
        ? sql`c.batch_id = ${where.batchId}`
        : sql.isIn(reader.engine, sql`c.id`, where.consignmentIds);
    const consignments = await reader.query<Omit<ConsignmentRow, 'lines' | 'assignments'>>(
      sql`SELECT c.id, c.batch_id AS "batchId", c.position, c.delivery_point_id AS "deliveryPointId",
          c.municipality_code AS "municipalityCode", c.waybill_number AS "waybillNumber",
          c.expected_at AS "expectedAt", c.standing_confirmation_id AS "standingConfirmationId",
          c.created_at AS "createdAt", c.changed_at AS "changedAt", c.version
        FROM consignment c WHERE ${chosen} ORDER BY c.batch_id, c.position, c.id`,
    );
    const lines = await this.loadLines(reader, chosen);
    const assignments = groupByConsignment(
      await reader.query<AssignmentRow & { consignmentId: string }>(
        sql`SELECT a.consignment_id AS "consignmentId", a.user_id AS "userId", a.from_at AS "fromAt",
            a.until_at AS "untilAt"
          FROM consignment_assignment a JOIN consignment c ON c.id = a.consignment_id
          WHERE ${chosen} ORDER BY a.from_at, a.id`,
      ),
    );
    return consignments.map((consignment) => ({
      ...consignment,
      lines: lines.get(consignment.id) ?? [],
      assignments: assignments.get(consignment.id) ?? [],
    }));
  }

  private async loadLines(reader: Reader, chosen: Sql): Promise<Map<string, ConsignmentLineRow[]>> {
    const lots = new Map<string, LineLot[]>();
    const lotRows = await reader.query<LineLot & { consignmentId: string; materialId: string }>(
      sql`SELECT l.consignment_id AS "consignmentId", l.material_id AS "materialId",
          l.lot_id AS "lotId", l.quantity
        FROM consignment_line_lot l JOIN consignment c ON c.id = l.consignment_id
        WHERE ${chosen} ORDER BY l.position`,
    );
    for (const { consignmentId, materialId, ...lot } of lotRows) {
      push(lots, `${consignmentId} ${materialId}`, lot);
    }
    const lines = await reader.query<ConsignmentLineRow & { consignmentId: string }>(
      sql`SELECT l.consignment_id AS "consignmentId", l.material_id AS "materialId", l.quantity, l.sent,
          l.delivered, l.damaged, l.missing, l.refused, l.returned, l.lost, l.surplus
        FROM consignment_line l JOIN consignment c ON c.id = l.consignment_id
        WHERE ${chosen} ORDER BY l.position, l.material_id`,
    );
    return groupByConsignment(
      lines.map((line) => ({
        ...line,
        lots: lots.get(`${line.consignmentId} ${line.materialId}`) ?? [],
      })),
    );
  }

  /**
   * Adds to the counters of lines, in one statement whatever their number (chunked), and marks their consignments as
   * changed. A counter that would fall below zero, or beyond what was sent, is refused by the row's CHECK.
   */
  async addToLines(tx: Transaction, deltas: readonly LineDelta[]): Promise<void> {
    const merged = mergeDeltas(deltas);
    const counters = LINE_COUNTERS.filter((counter) =>
      merged.some((delta) => (delta[counter] ?? 0) !== 0),
    );
    if (counters.length === 0) return;
    const columns = sql.raw(['consignment_id', 'material_id', ...counters].join(', '));
    const sets = counters.map((counter) =>
      sql.raw(`${counter} = consignment_line.${counter} + d.${counter}`),
    );
    const types: SqlType[] = ['text', 'text', ...counters.map(() => 'bigint' as const)];
    for (const chunk of chunksOf(merged, LINES_PER_STATEMENT)) {
      const rows = chunk.map((delta) => [
        delta.consignmentId,
        delta.materialId,
        ...counters.map((counter) => delta[counter] ?? 0),
      ]);
      const touched = await tx.execute(
        sql`UPDATE consignment_line SET ${sql.join(sets)}
          FROM (WITH v(${columns}) AS (${sql.rows(rows, types)}) SELECT * FROM v) AS d
          WHERE consignment_line.consignment_id = d.consignment_id
            AND consignment_line.material_id = d.material_id`,
      );
      assert(touched === chunk.length, 'a counted line is a line of a consignment');
    }
    await this.touch(tx, [...new Set(merged.map((delta) => delta.consignmentId))]);
  }

  /** Which confirmation the consignment's delivered pieces rest on; null: none. */
  async setStanding(
    tx: Transaction,
    consignmentId: string,
    confirmationId: string | null,
  ): Promise<void> {
    await tx.execute(
      sql`UPDATE consignment SET standing_confirmation_id = ${confirmationId},
        version = version + 1, changed_at = ${this.clock.now()} WHERE id = ${consignmentId}`,
    );
  }

  /** Puts the (locked) batch into its next state and marks all its consignments as changed. */
  async setBatchState(
    tx: Transaction,
    batch: BatchRow,
    state: BatchState,
    fields: BatchFields = {},
  ): Promise<BatchRow> {
    const now = this.clock.now();
    const told = Object.entries(fields).filter(([, value]) => value !== undefined);
    const sets = told.map(
      ([field, value]) => sql`, ${sql.raw(FIELD_COLUMNS[field as keyof BatchFields])} = ${value}`,
    );
    await tx.execute(
      sql`UPDATE batch SET state = ${state}, version = version + 1, changed_at = ${now}
        ${sql.join(sets, '')} WHERE id = ${batch.id}`,
    );
    await tx.execute(
      sql`UPDATE consignment SET version = version + 1, changed_at = ${now}
        WHERE batch_id = ${batch.id}`,
    );
    return {
      ...batch,
      ...Object.fromEntries(told),
      state,
      version: batch.version + 1,
      changedAt: now,
    };
  }

  /** Marks the batch itself as changed, where only its consignments did. */
  async touchBatch(tx: Transaction, batchId: string): Promise<void> {
    await tx.execute(
      sql`UPDATE batch SET version = version + 1, changed_at = ${this.clock.now()}
        WHERE id = ${batchId}`,
    );
  }

  /** Puts consignments into the municipality in which their point now lies. */
  async moveConsignments(
    tx: Transaction,
    moved: readonly Pick<ConsignmentRow, 'id' | 'municipalityCode'>[],
  ): Promise<void> {
    for (const chunk of chunksOf(moved, LINES_PER_STATEMENT)) {
      const rows = chunk.map(({ id, municipalityCode }) => [id, municipalityCode]);
      await tx.execute(
        sql`UPDATE consignment SET municipality_code = d.municipality_code
          FROM (WITH v(id, municipality_code) AS (${sql.rows(rows, ['text', 'text'])})
            SELECT * FROM v) AS d
          WHERE consignment.id = d.id`,
      );
    }
  }

  /** Takes back what plan gave the lines of the batch: which lots they draw. */
  async clearLots(tx: Transaction, batchId: string): Promise<void> {
    await tx.execute(
      sql`DELETE FROM consignment_line_lot
        WHERE consignment_id IN (SELECT id FROM consignment WHERE batch_id = ${batchId})`,
    );
  }

  /** Marks consignments as changed. */
  async touch(tx: Transaction, consignmentIds: readonly string[]): Promise<void> {
    if (consignmentIds.length === 0) return;
    await tx.execute(
      sql`UPDATE consignment SET version = version + 1, changed_at = ${this.clock.now()}
        WHERE ${sql.isIn(tx.engine, sql`id`, consignmentIds)}`,
    );
  }
}

/** The print runs that consignments draw, each once. */
export function listLots(consignments: readonly Pick<ConsignmentRow, 'lines'>[]): string[] {
  const lots = consignments.flatMap(({ lines }) => lines.flatMap((line) => line.lots));
  return [...new Set(lots.map(({ lotId }) => lotId))];
}

/** One delta a line: a statement that met a line twice would add only once. */
function mergeDeltas(deltas: readonly LineDelta[]): LineDelta[] {
  const merged = new Map<string, LineDelta>();
  for (const delta of deltas) {
    const key = `${delta.consignmentId} ${delta.materialId}`;
    const before = merged.get(key);
    const counters = LINE_COUNTERS.map(
      (counter) => [counter, (before?.[counter] ?? 0) + (delta[counter] ?? 0)] as const,
    );
    merged.set(key, { ...delta, ...Object.fromEntries(counters) });
  }
  return [...merged.values()];
}

function groupByConsignment<T extends { consignmentId: string }>(
  rows: readonly T[],
): Map<string, Omit<T, 'consignmentId'>[]> {
  const groups = new Map<string, Omit<T, 'consignmentId'>[]>();
  for (const { consignmentId, ...row } of rows) push(groups, consignmentId, row);
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
