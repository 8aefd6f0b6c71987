import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { BatchCommands } from '../distribution/batch-command.service.js';
import { Shipments } from '../distribution/shipments.service.js';
import { Clock } from '../platform/clock/clock.js';
import { requireNothingInTransit } from './transit.js';
import type { DeliveryCommandDto } from './dto/command.dto.js';

/** Closes a dispatched batch of which nothing is in transit any more. */
@Injectable()
export class CloseBatch {
  constructor(
    private readonly clock: Clock,
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
  ) {}

  close(actor: Actor, batchId: string, body: DeliveryCommandDto): ReturnType<BatchCommands['run']> {
    return this.commands.run('close', actor, batchId, body, async (tx, { batch, next }) => {
      requireNothingInTransit(await this.shipments.load(tx, { batchId }));
      await this.shipments.setBatchState(tx, batch, next, { closedAt: this.clock.now() });
    });
  }
}
