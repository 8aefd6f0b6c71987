import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Once } from '../platform/database/once.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { ReadConfirmation } from './confirmation.reader.js';
import { DeliveryScope } from './delivery-scope.service.js';
import {
  type Reception,
  ReceiveConfirmation,
  refuseUnknown,
} from './receive-confirmation.service.js';

/** Undefined where it was taken before. */
export interface Taken {
  readonly id: string;
  readonly reception: Reception | undefined;
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
    const command = await this.once.claim(tx, {
      id,
      kind: 'confirmation',
      content: told,
      actorId: actor.id,
    });
    if (!command.first) return { id: command.id, reception: undefined };
    await this.scope.requireConsignment(tx, actor, told.consignmentId, refuseUnknown);
    const reception = await this.reception.receive(tx, actor, command.id, told);
    return { id: command.id, reception };
  }
}
