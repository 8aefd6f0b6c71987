import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { describeProblem } from '../platform/http/problem.filter.js';
import type { Language } from '../platform/http/language.js';
import type { Problem } from '../problem.js';
import { readConfirmation } from './confirmation.reader.js';
import { ConfirmationStore } from './confirmation-store.service.js';
import type { KeptStatus } from './confirmation.js';
import type { SyncResultDto } from './dto/confirmation.dto.js';
import {
  isRejection,
  readToldId,
  RejectedConfirmations,
} from './rejected-confirmations.service.js';
import { TakeConfirmation } from './take-confirmation.service.js';

type Result =
  { readonly kept: Pick<SyncResultDto, 'id' | 'status'> } | { readonly rejected: Problem };

/** What a phone has gathered without a network: each item a unit of its own, in the order sent, so that one bad item spoils no other. */
@Injectable()
export class SyncConfirmations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taking: TakeConfirmation,
    private readonly store: ConfirmationStore,
    private readonly rejected: RejectedConfirmations,
  ) {}

  async sync(
    actor: Actor,
    items: readonly unknown[],
    language: Language,
  ): Promise<SyncResultDto[]> {
    const settled = await this.unitOfWork.runInOrder(
      'sync a confirmation',
      items.map((item) => async (tx) => {
        const { id, reception } = await this.taking.take(tx, actor, readConfirmation(item));
        const { status } = reception ?? (await this.store.require(tx, id));
        return { id, status };
      }),
    );
    const results = settled.map((each): Result => {
      if (each.status === 'fulfilled') return { kept: each.value };
      // Our own failure is no rejection: the phone keeps all and sends it again.
      if (!isRejection(each.reason)) throw each.reason;
      return { rejected: each.reason };
    });
    await this.rejected.keep(
      actor,
      results.flatMap((result, index) =>
        'rejected' in result ? [{ content: items[index], problem: result.rejected }] : [],
      ),
    );
    const settledLater = await this.readSettled(results);
    return results.map((result, index) =>
      'kept' in result
        ? { ...result.kept, status: settledLater.get(result.kept.id!) ?? result.kept.status }
        : {
            id: readToldId(items[index]),
            status: 'rejected',
            problem: describeProblem(result.rejected, language),
          },
    );
  }

  /** A later item of the same list may be the one that a held one has waited for. */
  private async readSettled(results: readonly Result[]): Promise<Map<string, KeptStatus>> {
    const held = results.flatMap((result) =>
      'kept' in result && result.kept.status === 'held' ? [result.kept.id!] : [],
    );
    if (held.length === 0) return new Map();
    return this.unitOfWork.run('read what was held', (tx) => this.store.statuses(tx, held));
  }
}
