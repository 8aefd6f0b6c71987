import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { readEntries } from '../stock/entries.rows.js';
import type { InvariantCheck } from '../stock/invariant.check.js';
import { type Finding, HOLDS, offend } from '../stock/invariants.js';
import { pickEarlier, pickLater } from './coverage.js';
import { type CoverageDeltas, type Delivery, foldBooked } from './deltas.js';

type Row = Readonly<Record<string, string | number | null>>;

/** What identifies a row of a projection, and what it says; rows that say nothing are as good as none. */
interface Comparison {
  readonly table: string;
  readonly keys: readonly string[];
  readonly figures: readonly string[];
}

const CELL = ['campaignId', 'municipalityCode', 'materialId', 'lotId'];
const COMPARISONS = {
  cells: {
    table: 'coverage_cell',
    keys: CELL,
    figures: ['planned', 'inTransit', 'delivered', 'damaged', 'lost'],
  },
  days: {
    table: 'coverage_day',
    keys: [...CELL, 'day'],
    figures: ['dispatched', 'delivered', 'damaged', 'lost'],
  },
  points: {
    table: 'coverage_point',
    keys: ['campaignId', 'deliveryPointId', 'materialId', 'lotId'],
    figures: ['planned', 'delivered'],
  },
  transits: {
    table: 'coverage_transit',
    keys: ['consignmentId', 'materialId'],
    figures: ['inTransit'],
  },
} as const satisfies Record<string, Comparison>;
type Projected = keyof typeof COMPARISONS;

/** Part of the invariant that projections are the replay of the entries: coverage, derived anew from the ledger alone. */
@Injectable()
export class ReplayCoverage implements InvariantCheck {
  readonly name = 'replay';

  async run(reader: Reader): Promise<Finding> {
    const firstOffender = await this.findOffender(reader);
    return firstOffender === undefined ? HOLDS : offend(firstOffender);
  }

  /** The first row that is not as the entries have it; undefined where all are. */
  private async findOffender(reader: Reader): Promise<string | undefined> {
    const replay = await replayEntries(reader);
    for (const [projected, comparison] of Object.entries(COMPARISONS)) {
      const offender = await compare(reader, comparison, replay.sums[projected as Projected]);
      if (offender !== undefined) return offender;
    }
    return compareDates(reader, replay.deliveries);
  }
}

interface Replay {
  readonly sums: Record<Projected, Map<string, number[]>>;
  readonly deliveries: ReadonlyMap<string, Delivery>;
}

async function replayEntries(reader: Reader): Promise<Replay> {
  const sums = { cells: new Map(), days: new Map(), points: new Map(), transits: new Map() };
  const deliveries = new Map<string, Delivery>();
  for await (const booked of readEntries(reader)) {
    const deltas = foldBooked(booked);
    for (const [projected, comparison] of Object.entries(COMPARISONS)) {
      addAll(sums[projected as Projected], comparison, deltas[projected as Projected]);
    }
    followDeliveries(deliveries, deltas);
  }
  return { sums, deliveries };
}

function followDeliveries(deliveries: Map<string, Delivery>, deltas: CoverageDeltas): void {
  for (const delivery of deltas.deliveries) deliveries.set(delivery.movementId, delivery);
  for (const { movementId, quantity } of deltas.takenOff) {
    const delivery = deliveries.get(movementId);
    if (delivery === undefined) continue;
    deliveries.set(movementId, { ...delivery, quantity: delivery.quantity - quantity });
  }
}

function addAll(
  sums: Map<string, number[]>,
  { keys, figures }: Comparison,
  deltas: readonly object[],
): void {
  for (const delta of deltas as readonly Row[]) {
    const key = keyOf(delta, keys);
    const known = sums.get(key);
    sums.set(
      key,
      figures.map((figure, index) => (known?.[index] ?? 0) + Number(delta[figure])),
    );
  }
}

async function compare(
  reader: Reader,
  { table, keys, figures }: Comparison,
  expected: Map<string, number[]>,
): Promise<string | undefined> {
  const columns = [...keys, ...figures].map((name) => `${columnOf(name)} AS "${name}"`).join(', ');
  const rows = await reader.query<Row>(
    sql`SELECT ${sql.raw(columns)} FROM ${sql.raw(table)} ORDER BY ${sql.raw(keys.map(columnOf).join(', '))}`,
  );
  for (const row of rows) {
    const key = keyOf(row, keys);
    const wanted = expected.get(key) ?? figures.map(() => 0);
    expected.delete(key);
    const index = figures.findIndex((figure, at) => Number(row[figure]) !== wanted[at]);
    if (index >= 0) {
      return `${table} ${key}: ${figures[index]} is ${row[figures[index]!]}, the entries say ${wanted[index]}`;
    }
  }
  const missing = [...expected].find(([, wanted]) => wanted.some((figure) => figure !== 0));
  return missing === undefined ? undefined : `${table} ${missing[0]} is missing`;
}

/** First and last deliveries, and the deliveries themselves. */
async function compareDates(
  reader: Reader,
  deliveries: ReadonlyMap<string, Delivery>,
): Promise<string | undefined> {
  const stored = await reader.query<{ movementId: string; quantity: number; occurredAt: string }>(
    sql`SELECT movement_id AS "movementId", quantity, occurred_at AS "occurredAt"
      FROM coverage_delivery ORDER BY movement_id`,
  );
  const wrong = stored.find(({ movementId, quantity, occurredAt }) => {
    const delivery = deliveries.get(movementId);
    return delivery?.quantity !== quantity || delivery.occurredAt !== occurredAt;
  });
  if (wrong !== undefined)
    return `coverage_delivery ${wrong.movementId} is not as the entries have it`;
  if (stored.length !== deliveries.size) {
    return `coverage_delivery has ${stored.length} rows, the entries ${deliveries.size}`;
  }
  const cells = await reader.query<Row>(
    sql`SELECT campaign_id AS "campaignId", municipality_code AS "municipalityCode",
        material_id AS "materialId", lot_id AS "lotId", first_delivered_at AS "first",
        last_delivered_at AS "last"
      FROM coverage_cell ORDER BY campaign_id, municipality_code, material_id, lot_id`,
  );
  const spans = spansOf([...deliveries.values()]);
  const misdated = cells.find((cell) => {
    const span = spans.get(keyOf(cell, CELL));
    return cell['first'] !== (span?.first ?? null) || cell['last'] !== (span?.last ?? null);
  });
  return misdated === undefined
    ? undefined
    : `coverage_cell ${keyOf(misdated, CELL)} has another first or last delivery than the entries`;
}

function spansOf(
  deliveries: readonly Delivery[],
): Map<string, { first: string | null; last: string | null }> {
  const spans = new Map<string, { first: string | null; last: string | null }>();
  for (const delivery of deliveries) {
    if (delivery.quantity <= 0) continue;
    const { campaignId, municipalityCode, materialId, lotId, occurredAt } = delivery;
    const key = keyOf({ campaignId, municipalityCode, materialId, lotId }, CELL);
    const span = spans.get(key);
    spans.set(key, {
      first: pickEarlier(span?.first ?? null, occurredAt),
      last: pickLater(span?.last ?? null, occurredAt),
    });
  }
  return spans;
}

function keyOf(row: Row, keys: readonly string[]): string {
  return keys.map((key) => row[key]).join(' ');
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
