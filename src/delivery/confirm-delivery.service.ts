import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { ConfirmationAnswers } from './confirmation-answers.service.js';
import { readConfirmation } from './confirmation.reader.js';
import type { ConfirmationAnswerDto } from './dto/confirmation.dto.js';
import { isRejection, RejectedConfirmations } from './rejected-confirmations.service.js';
import { TakeConfirmation } from './take-confirmation.service.js';

/** One confirmation by itself; the text of one that is refused is kept for the coordinator. */
@Injectable()
export class ConfirmDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taking: TakeConfirmation,
    private readonly answers: ConfirmationAnswers,
    private readonly rejected: RejectedConfirmations,
  ) {}

  /** @throws Problem where it is refused */
  async confirm(actor: Actor, item: unknown): Promise<Made<ConfirmationAnswerDto>> {
    try {
      const read = readConfirmation(item);
      return await this.unitOfWork.run('confirm', async (tx) => {
        const { id, reception } = await this.taking.take(tx, actor, read);
        const answer =
          reception === undefined
            ? await this.answers.answer(tx, id)
            : await this.answers.complete(tx, reception);
        return new Made(reception !== undefined, answer);
      });
    } catch (error) {
      if (isRejection(error)) {
        await this.rejected.keep(actor, [{ content: item, problem: error }]);
      }
      throw error;
    }
  }
}
