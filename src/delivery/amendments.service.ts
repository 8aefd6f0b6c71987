import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Once } from '../platform/database/once.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import type { AmendingStep } from './amendment.js';
import { ConfirmationAnswers } from './confirmation-answers.service.js';
import { type ConfirmationRow, ConfirmationStore } from './confirmation-store.service.js';
import { DeliveryScope } from './delivery-scope.service.js';
import type { ConfirmationAnswerDto } from './dto/confirmation.dto.js';

/** One thing that a coordinator does to one confirmation. */
export interface Amending {
  readonly kind: AmendingStep;
  readonly confirmationId: string;
  readonly commandId: string | undefined;
  readonly content: object;
}

/** What correct, prefer and dismiss have in common: once, in one unit of work, on a confirmation that the coordinator may see. */
@Injectable()
export class Amendments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly store: ConfirmationStore,
    private readonly scope: DeliveryScope,
    private readonly answers: ConfirmationAnswers,
  ) {}

  /** @param change gets the command's id and the confirmation, not yet locked */
  amend(
    actor: Actor,
    { kind, confirmationId, commandId, content }: Amending,
    change: (tx: Transaction, id: string, confirmation: ConfirmationRow) => Promise<void>,
  ): Promise<Made<ConfirmationAnswerDto>> {
    return this.unitOfWork.run(`${kind} a confirmation`, async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: commandId,
        kind: `confirmation ${kind}`,
        content: { ...content, confirmationId },
        actorId: actor.id,
      });
      const confirmation = await this.store.require(tx, confirmationId);
      await this.scope.requireConsignment(tx, actor, confirmation.consignmentId);
      if (first) await change(tx, id, confirmation);
      return new Made(first, await this.answers.answer(tx, confirmationId));
    });
  }
}
