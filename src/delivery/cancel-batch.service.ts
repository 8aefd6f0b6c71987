import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { BatchCommands } from '../distribution/batch-command.service.js';
import { listReservations } from '../distribution/reservation-entries.js';
import { Shipments } from '../distribution/shipments.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Ledger } from '../stock/ledger.service.js';
import { HeldConfirmations } from './held-confirmations.service.js';
import type { DeliveryCommandDto } from './dto/command.dto.js';

/** Cancels a batch that has not left: what it reserved is released, and what was told of it before is looked at. */
@Injectable()
export class CancelBatch {
  constructor(
    private readonly clock: Clock,
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
    private readonly ledger: Ledger,
    private readonly held: HeldConfirmations,
  ) {}

  cancel(
    actor: Actor,
    batchId: string,
    body: DeliveryCommandDto,
  ): ReturnType<BatchCommands['run']> {
    return this.commands.run('cancel', actor, batchId, body, async (tx, { id, batch, next }) => {
      await this.ledger.reserve(tx, {
        cause: { kind: 'cancel', id },
        actorId: actor.id,
        entries: listReservations('release', batch, await this.shipments.load(tx, { batchId })),
      });
      const cancelledAt = this.clock.now();
      const cancelled = await this.shipments.setBatchState(tx, batch, next, { cancelledAt });
      await this.held.settle(tx, cancelled, { batchId });
    });
  }
}
