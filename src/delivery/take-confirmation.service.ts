import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Once } from '../platform/database/once.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { ReadConfirmation } from './confirmation.reader.js';
import { DeliveryScope } from './delivery-scope.service.js';
import { ReceiveConfirmation, refuseUnknown } from './receive-confirmation.service.js';

export interface Taken {
  readonly id: string;
  readonly first: boolean;
}

/** One confirmation, whichever route brings it: the same id with the same content is taken once. */
@Injectable()
export class TakeConfirmation {
  constructor(
    private readonly once: Once,
    private readonly scope: DeliveryScope,
    private readonly reception: ReceiveConfirmation,
  ) {}

  /** @throws Problem where it is refused */
  async take(tx: Transaction, actor: Actor, { id, told }: ReadConfirmation): Promise<Taken> {
    const taken = await this.once.claim(tx, {
      id,
      kind: 'confirmation',
      content: told,
      actorId: actor.id,
    });
    if (!taken.first) return taken;
    await this.scope.requireConsignment(tx, actor, told.consignmentId, refuseUnknown);
    await this.reception.receive(tx, actor, taken.id, told);
    return taken;
  }
}
