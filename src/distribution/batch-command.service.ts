import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Once } from '../platform/database/once.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { takeStep, type BatchState, type BatchStep } from './batch-life.js';
import type { BatchDetailDto } from './dto/batch.dto.js';
import { ShipmentScope } from './shipment-scope.service.js';
import { ShipmentViews } from './shipment-views.service.js';
import { type BatchRow, Shipments } from './shipments.service.js';

/** A step that somebody asks for, on a batch that is locked and allows it. */
export interface BatchCommand {
  /** The command's id: the cause of what it books. */
  readonly id: string;
  readonly batch: BatchRow;
  /** Where the step leads. */
  readonly next: BatchState;
}

/** How every command on a batch runs: once, on the locked batch, by somebody who may, from a state that allows it. */
@Injectable()
export class BatchCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly shipments: Shipments,
    private readonly scope: ShipmentScope,
    private readonly views: ShipmentViews,
  ) {}

  /**
   * Runs `work` in a unit of work and answers the batch as it then is; a repeated command only that.
   *
   * @throws Problem `not_found`, `forbidden`, `illegal_transition`, `id_reused`
   */
  run(
    step: BatchStep,
    actor: Actor,
    batchId: string,
    body: { readonly commandId?: string | undefined },
    work: (tx: Transaction, command: BatchCommand) => Promise<void>,
  ): Promise<Made<BatchDetailDto>> {
    const { commandId, ...content } = body;
    return this.unitOfWork.run(`${step} batch`, async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: commandId,
        kind: `batch.${step}`,
        content: { batchId, ...content },
        actorId: actor.id,
      });
      const batch = await this.shipments.lockBatch(tx, batchId);
      await this.scope.requireCommand(tx, actor, batch);
      if (first) await work(tx, { id, batch, next: takeStep(batch.state, step) });
      return new Made(first, await this.views.showBatch(tx, actor, batchId));
    });
  }
}
