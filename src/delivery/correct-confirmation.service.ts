import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import type { Movement } from '../stock/ledger.js';
import { requireAmendable } from './amendment.js';
import { Amendments } from './amendments.service.js';
import { findStandingMovements, isBookedByConfirmation } from './booking.js';
import { type ConfirmationRow, ConfirmationStore } from './confirmation-store.service.js';
import type { ConfirmedLine } from './confirmation.js';
import { countBooked, requireBookable, takeBack } from './correction.js';
import type { ConfirmationAnswerDto, CorrectConfirmationDto } from './dto/confirmation.dto.js';
import { OpenConsignments } from './open-consignments.service.js';
import { Rebookings } from './rebooking.service.js';
import { completeLines } from './told.js';

/** A coordinator puts an accepted confirmation right: what it booked is reversed, and booked anew with its date. */
@Injectable()
export class CorrectConfirmation {
  constructor(
    private readonly clock: Clock,
    private readonly amendments: Amendments,
    private readonly store: ConfirmationStore,
    private readonly consignments: OpenConsignments,
    private readonly rebookings: Rebookings,
  ) {}

  correct(
    actor: Actor,
    confirmationId: string,
    { commandId, lines, reason }: CorrectConfirmationDto,
  ): Promise<Made<ConfirmationAnswerDto>> {
    const told = completeLines(lines);
    const amending = {
      kind: 'correct',
      confirmationId,
      commandId,
      content: { lines: told, reason },
    } as const;
    return this.amendments.amend(actor, amending, (tx, id, found) =>
      this.book(tx, { id, actorId: actor.id, found, lines: told, reason }),
    );
  }

  private async book(
    tx: Transaction,
    { id, actorId, found, lines, reason }: Correction,
  ): Promise<void> {
    const opened = await this.consignments.lock(tx, found.batchId, found.consignmentId);
    const confirmation = await this.store.require(tx, found.id);
    requireAmendable(confirmation, 'correct');
    const amendments = await this.store.amendments(tx, confirmation.id);
    const names = new Set([confirmation.id, ...amendments.map((amendment) => amendment.id)]);
    const reversed = findBooked(opened.movements, names);
    const refused = new Map(
      (confirmation.counted ?? []).map((line) => [line.materialId, line.refused]),
    );
    const without = takeBack(opened.facts, reversed, countBooked(reversed, refused));
    requireBookable(without, { ...confirmation, lines });
    const counted = await this.rebookings.book(tx, {
      opened,
      cause: { kind: 'correction', id },
      actorId,
      reversed,
      without,
      confirmation,
      lines,
      // Those that follow it still stand.
      standing: opened.row.standingConfirmationId!,
    });
    await this.store.write(tx, confirmation.id, { ...confirmation, counted });
    const recordedAt = this.clock.now();
    await this.store.amend(tx, {
      id,
      confirmationId: confirmation.id,
      kind: 'correct',
      reason,
      lines: [...lines],
      actorId,
      recordedAt,
    });
  }
}

interface Correction {
  readonly id: string;
  readonly actorId: string;
  readonly found: ConfirmationRow;
  readonly lines: readonly ConfirmedLine[];
  readonly reason: string;
}

/** What stands in the name of a confirmation: booked under its own id, or under what a coordinator did to it. */
export function findBooked(movements: readonly Movement[], names: ReadonlySet<string>): Movement[] {
  return findStandingMovements(movements).filter(
    (movement) => isBookedByConfirmation(movement) && names.has(movement.cause.id),
  );
}
