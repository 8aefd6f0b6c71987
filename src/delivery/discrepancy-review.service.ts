import { Injectable } from '@nestjs/common';
import type { BatchRow } from '../distribution/shipments.service.js';
import { sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { newId } from '../platform/ids/ids.js';
import type { Instant } from '../time.js';
import {
  findDifferences,
  reviewDiscrepancies,
  type LineDifference,
  type OpenDiscrepancy,
  type SettledKind,
} from './discrepancy.js';
import type { BookableLine } from './reception.js';

export interface ReviewedConsignment {
  readonly id: string;
  readonly municipalityCode: string;
  readonly stands: boolean;
  readonly lines: readonly Omit<BookableLine, 'lots'>[];
}

/** What opens is dated by what was delivered, what closes by what closed it. */
export interface ReviewDates {
  readonly opens: Instant;
  readonly closes: Instant;
}

interface OpenRow extends OpenDiscrepancy {
  readonly consignmentId: string;
}

interface Opening extends LineDifference {
  readonly consignment: ReviewedConsignment;
}

/** Keeps the open discrepancies of consignments equal to the differences of their lines, in a constant number of statements. */
@Injectable()
export class DiscrepancyReview {
  async review(
    tx: Transaction,
    batch: BatchRow,
    consignments: readonly ReviewedConsignment[],
    dates: ReviewDates,
  ): Promise<void> {
    const ids = consignments.map(({ id }) => id);
    if (ids.length === 0) return;
    const open = await readOpen(tx, ids);
    const settled = await readSettled(tx, ids);
    const opened: Opening[] = [];
    const changed: OpenDiscrepancy[] = [];
    const closed: OpenDiscrepancy[] = [];
    for (const consignment of consignments) {
      const differences = consignment.lines.flatMap((line) =>
        findDifferences(
          line,
          consignment.stands,
          settled.get(`${consignment.id} ${line.materialId}`) ?? {},
        ).map((difference) => ({ ...difference, materialId: line.materialId })),
      );
      const own = open.filter(({ consignmentId }) => consignmentId === consignment.id);
      const review = reviewDiscrepancies(own, differences);
      opened.push(...review.opened.map((each) => ({ ...each, consignment })));
      changed.push(...review.changed);
      closed.push(...review.closed);
    }
    await insertOpened(tx, batch, opened, dates.opens);
    await changeQuantities(tx, changed);
    await close(
      tx,
      closed.map(({ id }) => id),
      dates.closes,
    );
  }
}

function readOpen(reader: Reader, consignmentIds: readonly string[]): Promise<OpenRow[]> {
  return reader.query<OpenRow>(
    sql`SELECT id, consignment_id AS "consignmentId", material_id AS "materialId", kind, quantity
      FROM discrepancy WHERE closed_at IS NULL
        AND ${sql.isIn(reader.engine, sql`consignment_id`, consignmentIds)}
      ORDER BY id`,
  );
}

/** Pieces that somebody has accounted for as they are booked, by consignment and material. */
async function readSettled(
  reader: Reader,
  consignmentIds: readonly string[],
): Promise<Map<string, Partial<Record<SettledKind, number>>>> {
  const rows = await reader.query<{
    consignmentId: string;
    materialId: string;
    settles: SettledKind;
    quantity: number;
  }>(
    sql`SELECT consignment_id AS "consignmentId", material_id AS "materialId", settles,
        SUM(quantity) AS quantity
      FROM discrepancy_resolution
      WHERE settles IS NOT NULL AND voided = FALSE
        AND ${sql.isIn(reader.engine, sql`consignment_id`, consignmentIds)}
      GROUP BY consignment_id, material_id, settles`,
  );
  const settled = new Map<string, Partial<Record<SettledKind, number>>>();
  for (const { consignmentId, materialId, settles, quantity } of rows) {
    const key = `${consignmentId} ${materialId}`;
    settled.set(key, { ...settled.get(key), [settles]: quantity });
  }
  return settled;
}

async function insertOpened(
  tx: Transaction,
  batch: BatchRow,
  opened: readonly Opening[],
  openedAt: Instant,
): Promise<void> {
  await tx.insert(
    'discrepancy',
    opened.map(({ consignment, materialId, kind, quantity }) => ({
      id: newId(),
      campaign_id: batch.campaignId,
      batch_id: batch.id,
      consignment_id: consignment.id,
      municipality_code: consignment.municipalityCode,
      material_id: materialId,
      kind,
      opened_quantity: quantity,
      quantity,
      opened_at: openedAt,
      closed_at: null,
    })),
  );
}

async function changeQuantities(
  tx: Transaction,
  changed: readonly OpenDiscrepancy[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ id, quantity }) => [id, quantity]);
  await tx.execute(
    sql`UPDATE discrepancy SET quantity = d.quantity
      FROM (WITH v(id, quantity) AS (${sql.rows(rows, ['text', 'bigint'])}) SELECT * FROM v) AS d
      WHERE discrepancy.id = d.id`,
  );
}

async function close(tx: Transaction, ids: readonly string[], closedAt: Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(
    sql`UPDATE discrepancy SET quantity = 0,
        closed_at = CASE WHEN opened_at > ${closedAt} THEN opened_at ELSE ${closedAt} END
      WHERE ${sql.isIn(tx.engine, sql`id`, ids)}`,
  );
}
