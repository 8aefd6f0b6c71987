import { Injectable } from '@nestjs/common';
import type { BatchRow } from '../distribution/shipments.service.js';
import type { Transaction } from '../platform/database/transaction.js';
import { ConfirmationBooking, toReceived } from './confirmation-booking.service.js';
import { ConfirmationStore } from './confirmation-store.service.js';
import { OpenConsignments } from './open-consignments.service.js';
import { settleHeld } from './reception.js';

/** Puts held confirmations through the table again, in order of receipt. */
@Injectable()
export class HeldConfirmations {
  constructor(
    private readonly store: ConfirmationStore,
    private readonly consignments: OpenConsignments,
    private readonly booking: ConfirmationBooking,
  ) {}

  /** @param batch locked, and in the state in which they are judged */
  async settle(
    tx: Transaction,
    batch: BatchRow,
    where: { readonly batchId: string } | { readonly consignmentId: string },
  ): Promise<void> {
    const waiting = await this.store.findWaiting(tx, where);
    const ids = [...waiting].filter(([, { held }]) => held.length > 0).map(([id]) => id);
    for (const opened of await this.consignments.open(tx, batch, ids)) {
      const { held, heard } = waiting.get(opened.row.id)!;
      const outcomes = settleHeld(
        opened.facts,
        held.map((row) => toReceived(row, opened)),
        heard,
      );
      await this.booking.keep(tx, opened, outcomes, held);
    }
  }
}
