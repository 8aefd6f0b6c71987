import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { BatchCommands, type BatchCommand } from '../distribution/batch-command.service.js';
import { listReservations } from '../distribution/reservation-entries.js';
import { type ConsignmentRow, listLots, Shipments } from '../distribution/shipments.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import { Ledger } from '../stock/ledger.service.js';
import { LotService } from '../stock/lot.service.js';
import { takeOccurredAt, type Instant } from '../time.js';
import { loadPieces } from './booking.js';
import type { DispatchBatchDto } from './dto/batch-journey.dto.js';
import { HeldConfirmations } from './held-confirmations.service.js';
import { expectArrival } from './transit.js';

/** Takes what a batch reserved out of its warehouse. */
@Injectable()
export class LoadBatch {
  constructor(
    private readonly shipments: Shipments,
    private readonly lots: LotService,
    private readonly ledger: Ledger,
  ) {}

  async load(
    tx: Transaction,
    actor: Actor,
    { id, batch }: BatchCommand,
    dispatchedAt: Instant,
  ): Promise<void> {
    const consignments = await this.shipments.load(tx, { batchId: batch.id });
    await this.lots.requireUsable(tx, listLots(consignments));
    const cause = { kind: 'dispatch', id } as const;
    await this.ledger.reserve(tx, {
      cause,
      actorId: actor.id,
      entries: listReservations('release', batch, consignments),
    });
    await this.ledger.book(tx, {
      cause,
      actorId: actor.id,
      movements: consignments.flatMap((consignment) => {
        const trip = {
          batchId: batch.id,
          warehouseId: batch.warehouseId,
          consignmentId: consignment.id,
          deliveryPointId: consignment.deliveryPointId,
          municipalityCode: consignment.municipalityCode,
        };
        return consignment.lines.flatMap(({ lots }) =>
          lots.map((pieces) => loadPieces(trip, pieces, dispatchedAt)),
        );
      }),
    });
    await this.shipments.addToLines(tx, countSent(consignments));
  }
}

/** A packed batch leaves: what it reserved goes into transit, and what was told of it before is looked at. */
@Injectable()
export class DispatchBatch {
  constructor(
    private readonly clock: Clock,
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
    private readonly loading: LoadBatch,
    private readonly held: HeldConfirmations,
  ) {}

  dispatch(
    actor: Actor,
    batchId: string,
    body: DispatchBatchDto,
  ): ReturnType<BatchCommands['run']> {
    return this.commands.run('dispatch', actor, batchId, body, async (tx, command) => {
      const now = this.clock.now();
      const dispatchedAt = takeOccurredAt(body.occurredAt ?? now, now);
      if (body.expectedAt !== undefined) requireAfter(body.expectedAt, dispatchedAt);
      await this.loading.load(tx, actor, command, dispatchedAt);
      const { vehicle, driver } = body;
      const expectedAt = body.expectedAt ?? command.batch.expectedAt ?? expectArrival(dispatchedAt);
      const batch = await this.shipments.setBatchState(tx, command.batch, command.next, {
        ...(vehicle === undefined ? {} : { vehicle }),
        ...(driver === undefined ? {} : { driver }),
        expectedAt,
        dispatchedAt,
      });
      await this.held.settle(tx, batch, { batchId });
    });
  }
}

function countSent(consignments: readonly ConsignmentRow[]) {
  return consignments.flatMap(({ id, lines }) =>
    lines.map(({ materialId, lots }) => ({
      consignmentId: id,
      materialId,
      sent: lots.reduce((sum, { quantity }) => sum + quantity, 0),
    })),
  );
}

function requireAfter(expectedAt: Instant, dispatchedAt: Instant): void {
  if (expectedAt >= dispatchedAt) return;
  const message = {
    en: `It left at ${dispatchedAt} and cannot be expected before.`,
    sr: `Krenula je ${dispatchedAt} i ne može se očekivati pre toga.`,
  };
  throw new Problem('date_out_of_range', { errors: [{ path: 'expectedAt', message }] });
}
