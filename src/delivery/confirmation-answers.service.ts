import { Injectable } from '@nestjs/common';
import { stateOfConsignment } from '../distribution/consignment-state.js';
import { Shipments } from '../distribution/shipments.service.js';
import type { Reader } from '../platform/database/transaction.js';
import { ConfirmationStore } from './confirmation-store.service.js';
import { DiscrepancyService } from './discrepancy.service.js';
import type { Reception } from './receive-confirmation.service.js';
import type { ConfirmationAnswerDto } from './dto/confirmation.dto.js';

/** What the sender of a confirmation, or who has changed one, is told: its present status and its consignment's. */
@Injectable()
export class ConfirmationAnswers {
  constructor(
    private readonly store: ConfirmationStore,
    private readonly shipments: Shipments,
    private readonly discrepancies: DiscrepancyService,
  ) {}

  async answer(reader: Reader, confirmationId: string): Promise<ConfirmationAnswerDto> {
    const row = await this.store.require(reader, confirmationId);
    const batch = await this.shipments.requireBatch(reader, row.batchId);
    const [consignment] = await this.shipments.load(reader, {
      consignmentIds: [row.consignmentId],
    });
    return this.complete(reader, {
      id: row.id,
      status: row.status,
      reason: row.reason,
      occurredAt: row.occurredAt,
      consignment: {
        id: row.consignmentId,
        state: stateOfConsignment(batch.state, consignment!.lines),
      },
    });
  }

  /** One that has just been received: all but the discrepancies is known already. */
  async complete(reader: Reader, reception: Reception): Promise<ConfirmationAnswerDto> {
    const discrepancies = await this.discrepancies.openOf(reader, reception.consignment.id);
    return { ...reception, discrepancies };
  }
}
