import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Booked } from '../stock/ledger.js';
import { readEntries } from '../stock/entries.rows.js';
import type { MovementProjection } from '../stock/movement.projection.js';
import { type CellKey, type CoverageDeltas, foldBooked } from './deltas.js';

/** Rows that one statement changes; the engines bound the parameters of a statement. */
const ROWS_PER_STATEMENT = 2_500;

const TABLES = [
  'coverage_cell',
  'coverage_day',
  'coverage_point',
  'coverage_transit',
  'coverage_delivery',
] as const;

/**
 * Keeps coverage up to date in the transaction that books, in a constant number of statements for any number of
 * movements, so that reading it never depends on how many there were.
 */
@Injectable()
export class CoverageProjection implements MovementProjection {
  async apply(tx: Transaction, booked: Booked): Promise<void> {
    const deltas = foldBooked(booked);
    await this.addCells(tx, deltas);
    await this.addDays(tx, deltas);
    await this.addPoints(tx, deltas);
    await this.addTransits(tx, deltas);
    await this.addDeliveries(tx, deltas);
    await this.takeOff(tx, deltas);
    await this.redate(tx, deltas.redated);
  }

  async rebuild(tx: Transaction): Promise<void> {
    for (const table of TABLES) await tx.execute(sql`DELETE FROM ${sql.raw(table)}`);
    for await (const booked of readEntries(tx)) await this.apply(tx, booked);
  }

  private async addCells(tx: Transaction, { cells }: CoverageDeltas): Promise<void> {
    const rows = cells.map((cell) => ({
      ...columnsOf(cell),
      planned: cell.planned,
      in_transit: cell.inTransit,
      delivered: cell.delivered,
      damaged: cell.damaged,
      lost: cell.lost,
      first_delivered_at: cell.firstDeliveredAt,
      last_delivered_at: cell.lastDeliveredAt,
    }));
    await tx.insert(
      'coverage_cell',
      rows,
      sql`ON CONFLICT (campaign_id, municipality_code, material_id, lot_id) DO UPDATE SET
        ${addUp('coverage_cell', ['planned', 'in_transit', 'delivered', 'damaged', 'lost'])},
        first_delivered_at = CASE WHEN coverage_cell.first_delivered_at IS NULL
          OR excluded.first_delivered_at < coverage_cell.first_delivered_at
          THEN excluded.first_delivered_at ELSE coverage_cell.first_delivered_at END,
        last_delivered_at = CASE WHEN coverage_cell.last_delivered_at IS NULL
          OR excluded.last_delivered_at > coverage_cell.last_delivered_at
          THEN excluded.last_delivered_at ELSE coverage_cell.last_delivered_at END`,
    );
  }

  private async addDays(tx: Transaction, { days }: CoverageDeltas): Promise<void> {
    const rows = days.map((day) => ({
      ...columnsOf(day),
      day: day.day,
      week: day.week,
      dispatched: day.dispatched,
      delivered: day.delivered,
      damaged: day.damaged,
      lost: day.lost,
    }));
    await tx.insert(
      'coverage_day',
      rows,
      sql`ON CONFLICT (campaign_id, day, municipality_code, material_id, lot_id) DO UPDATE SET
        ${addUp('coverage_day', ['dispatched', 'delivered', 'damaged', 'lost'])}`,
    );
  }

  private async addPoints(tx: Transaction, { points }: CoverageDeltas): Promise<void> {
    const rows = points.map((point) => ({
      ...columnsOf(point),
      delivery_point_id: point.deliveryPointId,
      planned: point.planned,
      delivered: point.delivered,
    }));
    await tx.insert(
      'coverage_point',
      rows,
      sql`ON CONFLICT (campaign_id, delivery_point_id, material_id, lot_id) DO UPDATE SET
        ${addUp('coverage_point', ['planned', 'delivered'])}`,
    );
  }

  private async addTransits(tx: Transaction, { transits }: CoverageDeltas): Promise<void> {
    const rows = transits.map((transit) => ({
      consignment_id: transit.consignmentId,
      material_id: transit.materialId,
      campaign_id: transit.campaignId,
      in_transit: transit.inTransit,
    }));
    await tx.insert(
      'coverage_transit',
      rows,
      sql`ON CONFLICT (consignment_id, material_id) DO UPDATE SET
        ${addUp('coverage_transit', ['in_transit'])}`,
    );
  }

  private async addDeliveries(tx: Transaction, { deliveries }: CoverageDeltas): Promise<void> {
    const rows = deliveries.map((delivery) => ({
      ...columnsOf(delivery),
      movement_id: delivery.movementId,
      delivery_point_id: delivery.deliveryPointId,
      consignment_id: delivery.consignmentId,
      cause_id: delivery.causeId,
      occurred_at: delivery.occurredAt,
      quantity: delivery.quantity,
    }));
    await tx.insert('coverage_delivery', rows);
  }

  private async takeOff(tx: Transaction, { takenOff }: CoverageDeltas): Promise<void> {
    for (const chunk of chunksOf(takenOff)) {
      const rows = sql.rows(
        chunk.map((off) => [off.movementId, off.quantity]),
        ['text', 'bigint'],
      );
      await tx.execute(
        sql`UPDATE coverage_delivery SET quantity = coverage_delivery.quantity - off.quantity
          FROM (WITH v(movement_id, quantity) AS (${rows}) SELECT * FROM v) AS off
          WHERE coverage_delivery.movement_id = off.movement_id`,
      );
    }
  }

  /** A reversed delivery may have been the first or the last: those still standing tell. */
  private async redate(tx: Transaction, keys: readonly CellKey[]): Promise<void> {
    const standing = (pick: 'MIN' | 'MAX'): Sql =>
      sql`(SELECT ${sql.raw(pick)}(d.occurred_at) FROM coverage_delivery d
        WHERE d.campaign_id = coverage_cell.campaign_id
          AND d.municipality_code = coverage_cell.municipality_code
          AND d.material_id = coverage_cell.material_id AND d.lot_id = coverage_cell.lot_id
          AND d.quantity > 0)`;
    for (const chunk of chunksOf(keys)) {
      const rows = sql.rows(
        chunk.map((key) => Object.values(columnsOf(key))),
        ['text', 'text', 'text', 'text'],
      );
      await tx.execute(
        sql`UPDATE coverage_cell
          SET first_delivered_at = ${standing('MIN')}, last_delivered_at = ${standing('MAX')}
          FROM (WITH v(campaign_id, municipality_code, material_id, lot_id) AS (${rows})
            SELECT * FROM v) AS touched
          WHERE coverage_cell.campaign_id = touched.campaign_id
            AND coverage_cell.municipality_code = touched.municipality_code
            AND coverage_cell.material_id = touched.material_id
            AND coverage_cell.lot_id = touched.lot_id`,
      );
    }
  }
}

function columnsOf(key: CellKey) {
  return {
    campaign_id: key.campaignId,
    municipality_code: key.municipalityCode,
    material_id: key.materialId,
    lot_id: key.lotId,
  };
}

function addUp(table: string, columns: readonly string[]): Sql {
  return sql.raw(
    columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', '),
  );
}

function chunksOf<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += ROWS_PER_STATEMENT) {
    chunks.push(items.slice(start, start + ROWS_PER_STATEMENT));
  }
  return chunks;
}
