import { Injectable } from '@nestjs/common';
import {
  type BatchRow,
  type ConsignmentRow,
  Shipments,
} from '../distribution/shipments.service.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Movement } from '../stock/ledger.js';
import { Ledger } from '../stock/ledger.service.js';
import { sumInTransit, type Trip } from './booking.js';
import type { ConsignmentFacts } from './reception.js';

/** A consignment whose batch is locked, with everything that the rules look at. */
export interface OpenConsignment {
  readonly batch: BatchRow;
  readonly row: ConsignmentRow;
  readonly trip: Trip;
  /** All that was booked for it, in the order of the ledger. */
  readonly movements: readonly Movement[];
  readonly facts: ConsignmentFacts;
}

/** Locks a batch and loads consignments of it, in a constant number of statements. */
@Injectable()
export class OpenConsignments {
  constructor(
    private readonly shipments: Shipments,
    private readonly ledger: Ledger,
  ) {}

  async lock(tx: Transaction, batchId: string, consignmentId: string): Promise<OpenConsignment> {
    const batch = await this.shipments.lockBatch(tx, batchId);
    const [opened] = await this.open(tx, batch, [consignmentId]);
    return opened!;
  }

  /** Consignments of a batch that is locked already. */
  async open(
    tx: Transaction,
    batch: BatchRow,
    consignmentIds: readonly string[],
  ): Promise<OpenConsignment[]> {
    if (consignmentIds.length === 0) return [];
    const rows = await this.shipments.load(tx, { consignmentIds });
    const movements = new Map<string, Movement[]>(rows.map(({ id }) => [id, []]));
    for (const movement of await this.ledger.movements(tx, { consignmentIds })) {
      movements.get(movement.consignmentId!)!.push(movement);
    }
    return rows.map((row) => openConsignment(batch, row, movements.get(row.id)!));
  }
}

export function openConsignment(
  batch: BatchRow,
  row: ConsignmentRow,
  movements: readonly Movement[],
): OpenConsignment {
  const inTransit = sumInTransit(movements);
  return {
    batch,
    row,
    movements,
    trip: {
      batchId: batch.id,
      warehouseId: batch.warehouseId,
      consignmentId: row.id,
      deliveryPointId: row.deliveryPointId,
      municipalityCode: row.municipalityCode,
    },
    facts: {
      batchState: batch.state,
      dispatchedAt: batch.dispatchedAt,
      standing: row.standingConfirmationId,
      lines: row.lines.map((line) => ({
        ...line,
        lots: line.lots.map(({ lotId }) => ({ lotId, quantity: inTransit.get(lotId) ?? 0 })),
      })),
    },
  };
}
