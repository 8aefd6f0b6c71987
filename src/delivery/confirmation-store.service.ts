import assert from 'node:assert';
import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { ConfirmedLine } from './confirmation.js';
import type { ConfirmationAmendmentEntity } from './confirmation-amendment.entity.js';
import type { ConfirmationEntity } from './confirmation.entity.js';
import type { Outcome } from './reception.js';

export type ConfirmationRow = ConfirmationEntity;

type RawRow = Omit<ConfirmationRow, 'lines' | 'counted'> & {
  readonly lines: string;
  readonly counted: string | null;
};

/** On `confirmation f`. */
export const CONFIRMATION_COLUMNS: Sql = sql.raw(`f.id, f.campaign_id AS "campaignId",
  f.batch_id AS "batchId", f.consignment_id AS "consignmentId", f.kind, f.status, f.reason, f.follows,
  f.source, f.sender_id AS "senderId", f.sender_role AS "senderRole",
  f.device_time AS "deviceTime", f.received_at AS "receivedAt",
  f.receipt_number AS "receiptNumber", f.occurred_at AS "occurredAt", f.dated_by AS "datedBy",
  f.lines, f.counted, f.received_by AS "receivedBy", f.note, f.latitude, f.longitude,
  f.accuracy_meters AS "accuracyMeters"`);

export function readConfirmationRow(row: RawRow): ConfirmationRow {
  return {
    ...row,
    lines: JSON.parse(row.lines) as ConfirmedLine[],
    counted: row.counted === null ? null : (JSON.parse(row.counted) as ConfirmedLine[]),
  };
}

/** What a step of the table writes on a confirmation. */
export interface Verdict {
  readonly status: ConfirmationRow['status'];
  readonly reason: string | null;
  readonly occurredAt: Instant | null;
  readonly datedBy: ConfirmationRow['datedBy'];
  readonly counted: readonly ConfirmedLine[] | null;
}

export function toVerdict({ decision, date, bookings }: Outcome): Verdict {
  const stands = decision.status === 'accepted' && decision.stands;
  return {
    status: decision.status,
    reason: decision.status === 'accepted' ? null : decision.reason,
    occurredAt: date?.occurredAt ?? null,
    datedBy: date?.datedBy ?? null,
    counted: stands ? bookings.map(({ counted }) => counted) : null,
  };
}

/** Held confirmations of a consignment, and which of those that they follow are here. */
export interface Waiting {
  readonly held: readonly ConfirmationRow[];
  readonly heard: ReadonlySet<string>;
}

/** The confirmations' rows. Whoever writes them holds the lock of their batch. */
@Injectable()
export class ConfirmationStore {
  async find(reader: Reader, id: string): Promise<ConfirmationRow | undefined> {
    return (await this.select(reader, sql`f.id = ${id}`))[0];
  }

  /** @throws Problem `not_found` */
  async require(reader: Reader, id: string): Promise<ConfirmationRow> {
    const row = await this.find(reader, id);
    if (row === undefined) throw new Problem('not_found');
    return row;
  }

  async statuses(
    reader: Reader,
    ids: readonly string[],
  ): Promise<Map<string, ConfirmationRow['status']>> {
    const rows = await reader.query<Pick<ConfirmationRow, 'id' | 'status'>>(
      sql`SELECT id, status FROM confirmation WHERE ${sql.isIn(reader.engine, sql`id`, ids)}`,
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  /**
   * By consignment: the held ones, in order of receipt, and of the ids that they or `follows` name those that have gone through
   * the table. One that belongs to another consignment is never the one that is waited for.
   */
  async findWaiting(
    tx: Transaction,
    where: { readonly batchId: string } | { readonly consignmentId: string },
    follows: string | null = null,
  ): Promise<Map<string, Waiting>> {
    const own =
      'batchId' in where
        ? sql`f.batch_id = ${where.batchId}`
        : sql`f.consignment_id = ${where.consignmentId}`;
    const held = await this.select(tx, sql`${own} AND f.status = 'held'`);
    const named = [follows, ...held.map((row) => row.follows)].filter((id) => id !== null);
    const heard = await tx.query<{ id: string; consignmentId: string }>(
      sql`SELECT f.id, f.consignment_id AS "consignmentId" FROM confirmation f
        WHERE ${own} AND f.status <> 'held' AND ${sql.isIn(tx.engine, sql`f.id`, named)}`,
    );
    const waiting = new Map<string, { held: ConfirmationRow[]; heard: Set<string> }>();
    const of = (consignmentId: string) => {
      const known = waiting.get(consignmentId) ?? { held: [], heard: new Set() };
      waiting.set(consignmentId, known);
      return known;
    };
    for (const row of held) of(row.consignmentId).held.push(row);
    for (const { id, consignmentId } of heard) of(consignmentId).heard.add(id);
    return waiting;
  }

  async takeReceiptNumber(tx: Transaction, batchId: string): Promise<number> {
    const last = await tx.one<{ last: number }>(
      sql`SELECT COALESCE(MAX(receipt_number), 0) AS last FROM confirmation
        WHERE batch_id = ${batchId}`,
    );
    return last!.last + 1;
  }

  async insert(tx: Transaction, row: ConfirmationRow): Promise<void> {
    await tx.insert('confirmation', [
      {
        id: row.id,
        campaign_id: row.campaignId,
        batch_id: row.batchId,
        consignment_id: row.consignmentId,
        kind: row.kind,
        status: row.status,
        reason: row.reason,
        follows: row.follows,
        source: row.source,
        sender_id: row.senderId,
        sender_role: row.senderRole,
        device_time: row.deviceTime,
        received_at: row.receivedAt,
        receipt_number: row.receiptNumber,
        occurred_at: row.occurredAt,
        dated_by: row.datedBy,
        lines: JSON.stringify(row.lines),
        counted: row.counted === null ? null : JSON.stringify(row.counted),
        received_by: row.receivedBy,
        note: row.note,
        latitude: row.latitude,
        longitude: row.longitude,
        accuracy_meters: row.accuracyMeters,
      },
    ]);
  }

  async write(tx: Transaction, id: string, verdict: Verdict): Promise<void> {
    const counted = verdict.counted === null ? null : JSON.stringify(verdict.counted);
    await tx.execute(
      sql`UPDATE confirmation SET status = ${verdict.status}, reason = ${verdict.reason},
          occurred_at = ${verdict.occurredAt}, dated_by = ${verdict.datedBy}, counted = ${counted}
        WHERE id = ${id}`,
    );
  }

  /** The standing one and its followers give way, and with them what was settled of what they said. */
  async supersede(tx: Transaction, consignmentId: string): Promise<void> {
    await tx.execute(
      sql`UPDATE confirmation SET status = 'superseded'
        WHERE consignment_id = ${consignmentId} AND status = 'accepted' AND kind = 'delivery'`,
    );
    await tx.execute(
      sql`UPDATE discrepancy_resolution SET voided = TRUE WHERE consignment_id = ${consignmentId}`,
    );
  }

  async amend(tx: Transaction, amendment: ConfirmationAmendmentEntity): Promise<void> {
    await tx.insert('confirmation_amendment', [
      {
        id: amendment.id,
        confirmation_id: amendment.confirmationId,
        kind: amendment.kind,
        reason: amendment.reason,
        lines: amendment.lines === null ? null : JSON.stringify(amendment.lines),
        actor_id: amendment.actorId,
        recorded_at: amendment.recordedAt,
      },
    ]);
  }

  /** The confirmation that the amendment is of. */
  async requireAmended(reader: Reader, amendmentId: string): Promise<string> {
    const row = await reader.one<{ confirmationId: string }>(
      sql`SELECT confirmation_id AS "confirmationId" FROM confirmation_amendment
        WHERE id = ${amendmentId}`,
    );
    assert(row !== undefined, 'what is booked for a confirmation names it, or an amendment of it');
    return row.confirmationId;
  }

  /** Oldest first. */
  async amendments(reader: Reader, confirmationId: string): Promise<ConfirmationAmendmentEntity[]> {
    const rows = await reader.query<ConfirmationAmendmentEntity & { lines: string | null }>(
      sql`SELECT id, confirmation_id AS "confirmationId", kind, reason, lines, actor_id AS "actorId",
          recorded_at AS "recordedAt"
        FROM confirmation_amendment WHERE confirmation_id = ${confirmationId}
        ORDER BY recorded_at, id`,
    );
    return rows.map((row) => ({
      ...row,
      lines: row.lines === null ? null : (JSON.parse(row.lines) as ConfirmedLine[]),
    }));
  }

  private async select(reader: Reader, where: Sql): Promise<ConfirmationRow[]> {
    const rows = await reader.query<RawRow>(
      sql`SELECT ${CONFIRMATION_COLUMNS} FROM confirmation f WHERE ${where}
        ORDER BY f.batch_id, f.receipt_number`,
    );
    return rows.map(readConfirmationRow);
  }
}
