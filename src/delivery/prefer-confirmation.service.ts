import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import type { Movement } from '../stock/ledger.js';
import { requireAmendable } from './amendment.js';
import { Amendments } from './amendments.service.js';
import { findStandingMovements, isWordOfDelivery } from './booking.js';
import { type ConfirmationRow, ConfirmationStore } from './confirmation-store.service.js';
import { requireBookable, takeBackAll } from './correction.js';
import type { ConfirmationAnswerDto, ReasonDto } from './dto/confirmation.dto.js';
import { type OpenConsignment, OpenConsignments } from './open-consignments.service.js';
import type { ConsignmentFacts } from './reception.js';
import { Rebookings } from './rebooking.service.js';

/**
 * A coordinator lets a conflicting confirmation stand. The one that stands and its followers give way to it; what was
 * declared lost is taken back, returned pieces stay returned.
 */
@Injectable()
export class PreferConfirmation {
  constructor(
    private readonly clock: Clock,
    private readonly amendments: Amendments,
    private readonly store: ConfirmationStore,
    private readonly consignments: OpenConsignments,
    private readonly rebookings: Rebookings,
  ) {}

  prefer(
    actor: Actor,
    confirmationId: string,
    { commandId, reason }: ReasonDto,
  ): Promise<Made<ConfirmationAnswerDto>> {
    const amending = { kind: 'prefer', confirmationId, commandId, content: { reason } } as const;
    return this.amendments.amend(actor, amending, (tx, id, found) =>
      this.book(tx, { id, actorId: actor.id, found, reason }),
    );
  }

  private async book(tx: Transaction, { id, actorId, found, reason }: Preference): Promise<void> {
    const opened = await this.consignments.lock(tx, found.batchId, found.consignmentId);
    const confirmation = await this.store.require(tx, found.id);
    requireAmendable(confirmation, 'prefer');
    if (opened.batch.state === 'cancelled') throw refuseCancelled();
    const { reversed, without } = await this.makeRoom(tx, opened, confirmation);
    const counted = await this.rebookings.book(tx, {
      opened,
      cause: { kind: 'preference', id },
      actorId,
      reversed,
      without,
      confirmation,
      lines: confirmation.lines,
      standing: confirmation.id,
    });
    const verdict = { ...confirmation, status: 'accepted', reason: null, counted } as const;
    await this.store.write(tx, confirmation.id, verdict);
    const recordedAt = this.clock.now();
    await this.store.amend(tx, {
      id,
      confirmationId: confirmation.id,
      kind: 'prefer',
      reason,
      lines: null,
      actorId,
      recordedAt,
    });
  }

  private async makeRoom(
    tx: Transaction,
    { row, facts, movements }: OpenConsignment,
    confirmation: ConfirmationRow,
  ): Promise<{ reversed: readonly Movement[]; without: ConsignmentFacts }> {
    const reversed = findStandingMovements(movements).filter(isWordOfDelivery);
    const without = takeBackAll(facts, reversed);
    requireBookable(without, confirmation);
    await this.store.supersede(tx, row.id);
    return { reversed, without };
  }
}

interface Preference {
  readonly id: string;
  readonly actorId: string;
  readonly found: ConfirmationRow;
  readonly reason: string;
}

function refuseCancelled(): Problem {
  return new Problem('illegal_transition', {
    detail: {
      en: 'The batch is cancelled: nothing of it was sent, so nothing can be booked. Dismiss the confirmation.',
      sr: 'Tura je otkazana: ništa nije poslato, pa se ništa ne može proknjižiti. Odbacite potvrdu.',
    },
    extra: { state: 'cancelled', allowed: ['dismiss'] },
  });
}
