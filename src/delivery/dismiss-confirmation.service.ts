import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { requireAmendable } from './amendment.js';
import { Amendments } from './amendments.service.js';
import { ConfirmationStore } from './confirmation-store.service.js';
import type { ConfirmationAnswerDto, ReasonDto } from './dto/confirmation.dto.js';
import { HeldConfirmations } from './held-confirmations.service.js';
import { OpenConsignments } from './open-consignments.service.js';

/** A coordinator ends a conflict: the confirmation stays on record and books nothing. So ends one that waits in vain, too. */
@Injectable()
export class DismissConfirmation {
  constructor(
    private readonly clock: Clock,
    private readonly amendments: Amendments,
    private readonly store: ConfirmationStore,
    private readonly consignments: OpenConsignments,
    private readonly held: HeldConfirmations,
  ) {}

  dismiss(
    actor: Actor,
    confirmationId: string,
    { commandId, reason }: ReasonDto,
  ): Promise<Made<ConfirmationAnswerDto>> {
    const amending = { kind: 'dismiss', confirmationId, commandId, content: { reason } } as const;
    return this.amendments.amend(actor, amending, (tx, id, found) =>
      this.end(tx, { id, confirmationId: found.id, reason, actorId: actor.id }, found),
    );
  }

  private async end(
    tx: Transaction,
    amendment: { id: string; confirmationId: string; reason: string; actorId: string },
    place: { batchId: string; consignmentId: string },
  ): Promise<void> {
    const opened = await this.consignments.lock(tx, place.batchId, place.consignmentId);
    const confirmation = await this.store.require(tx, amendment.confirmationId);
    requireAmendable(confirmation, 'dismiss');
    await this.store.write(tx, confirmation.id, { ...confirmation, status: 'dismissed' });
    const recordedAt = this.clock.now();
    await this.store.amend(tx, { ...amendment, kind: 'dismiss', lines: null, recordedAt });
    // Those that waited for it wait no longer.
    await this.held.settle(tx, opened.batch, { consignmentId: opened.row.id });
  }
}
