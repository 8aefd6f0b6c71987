import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { stateOfConsignment } from '../distribution/consignment-state.js';
import { Shipments } from '../distribution/shipments.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import { ConfirmationBooking, toReceived } from './confirmation-booking.service.js';
import {
  type ConfirmationRow,
  ConfirmationStore,
  toVerdict,
} from './confirmation-store.service.js';
import type { ConfirmationAnswerDto } from './dto/confirmation.dto.js';
import { OpenConsignments } from './open-consignments.service.js';
import { receiveConfirmation } from './reception.js';
import { sourceOf, type Told } from './told.js';

/** What has become of it, but for the consignment's discrepancies. */
export type Reception = Omit<ConfirmationAnswerDto, 'discrepancies'>;

/** Puts one confirmation through the table, inside a unit of work that has claimed its id. */
@Injectable()
export class ReceiveConfirmation {
  constructor(
    private readonly clock: Clock,
    private readonly shipments: Shipments,
    private readonly consignments: OpenConsignments,
    private readonly store: ConfirmationStore,
    private readonly booking: ConfirmationBooking,
  ) {}

  /** @throws Problem where it is refused */
  async receive(tx: Transaction, actor: Actor, id: string, told: Told): Promise<Reception> {
    const batch = await this.shipments.batchOf(tx, told.consignmentId);
    if (batch === undefined) throw refuseUnknown();
    const opened = await this.consignments.lock(tx, batch.id, told.consignmentId);
    const where = { consignmentId: told.consignmentId };
    const waiting = (await this.store.findWaiting(tx, where, told.follows)).get(told.consignmentId);
    const held = waiting?.held ?? [];
    const arrival: ConfirmationRow = {
      ...describeArrival(id, told, actor),
      campaignId: batch.campaignId,
      batchId: batch.id,
      // Read under the lock, so that the first received is the first in time as well.
      receivedAt: this.clock.now(),
      receiptNumber: await this.store.takeReceiptNumber(tx, batch.id),
    };
    const outcomes = receiveConfirmation(
      opened.facts,
      toReceived(arrival, opened),
      held.map((row) => toReceived(row, opened)),
      waiting?.heard ?? new Set(),
    );
    await this.booking.keep(tx, opened, outcomes, held, arrival);
    const { status, reason, occurredAt } = toVerdict(outcomes[0]!);
    const state = stateOfConsignment(opened.batch.state, outcomes.at(-1)!.after.lines);
    return { id, status, reason, occurredAt, consignment: { id: told.consignmentId, state } };
  }
}

type Arrival = Omit<ConfirmationRow, 'campaignId' | 'batchId' | 'receivedAt' | 'receiptNumber'>;

function describeArrival(id: string, told: Told, actor: Actor): Arrival {
  return {
    id,
    consignmentId: told.consignmentId,
    kind: told.kind,
    status: 'held',
    reason: null,
    follows: told.follows,
    source: sourceOf(told, actor.role),
    senderId: actor.id,
    senderRole: actor.role,
    deviceTime: told.deviceTime,
    occurredAt: null,
    datedBy: null,
    lines: [...told.lines],
    counted: null,
    receivedBy: told.receivedBy,
    note: told.note,
    latitude: told.position?.latitude ?? null,
    longitude: told.position?.longitude ?? null,
    accuracyMeters: told.position?.accuracyMeters ?? null,
  };
}

export function refuseUnknown(): Problem {
  const message = {
    en: 'There is no such consignment. Check the waybill, or ask the coordinator.',
    sr: 'Takva pošiljka ne postoji. Proverite tovarni list ili pitajte koordinatora.',
  };
  return new Problem('unknown_reference', { errors: [{ path: 'consignmentId', message }] });
}
