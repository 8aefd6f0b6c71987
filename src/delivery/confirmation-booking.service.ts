import { Injectable } from '@nestjs/common';
import { type LineDelta, Shipments } from '../distribution/shipments.service.js';
import type { Transaction } from '../platform/database/transaction.js';
import { newId } from '../platform/ids/ids.js';
import { Ledger } from '../stock/ledger.service.js';
import type { Instant } from '../time.js';
import { findAssignment } from './assignment.js';
import { moveDrawn } from './booking.js';
import {
  type ConfirmationRow,
  ConfirmationStore,
  toVerdict,
} from './confirmation-store.service.js';
import { DiscrepancyReview, type ReviewDates } from './discrepancy-review.service.js';
import type { OpenConsignment } from './open-consignments.service.js';
import type {
  BookableLine,
  ConsignmentFacts,
  LineBooking,
  Outcome,
  Received,
} from './reception.js';

/** What a confirmation looks like to the rules. */
export function toReceived(row: ConfirmationRow, { row: consignment }: OpenConsignment): Received {
  const sender = { id: row.senderId, role: row.senderRole };
  return { ...row, assignment: findAssignment(consignment.assignments, sender) };
}

/** The changes of line counters that bookings make. */
export function countDeltas(consignmentId: string, bookings: readonly LineBooking[]): LineDelta[] {
  return bookings.map(({ materialId, counted }) => ({
    consignmentId,
    materialId,
    delivered: counted.delivered,
    damaged: counted.damaged,
    missing: counted.missing,
    refused: counted.refused,
    surplus: counted.surplus,
  }));
}

/** Writes what the table of confirmations has decided: movements, counters, what stands, and discrepancies. */
@Injectable()
export class ConfirmationBooking {
  constructor(
    private readonly store: ConfirmationStore,
    private readonly ledger: Ledger,
    private readonly shipments: Shipments,
    private readonly discrepancies: DiscrepancyReview,
  ) {}

  /**
   * Keeps outcomes in their order. Those in `known` are rows already; `arrival`, which has just come, becomes one.
   */
  async keep(
    tx: Transaction,
    opened: OpenConsignment,
    outcomes: readonly Outcome[],
    known: readonly ConfirmationRow[],
    arrival?: ConfirmationRow,
  ): Promise<void> {
    const rows = new Map(known.map((row) => [row.id, row]));
    let standing: string | undefined;
    for (const outcome of outcomes) {
      const verdict = toVerdict(outcome);
      const row = rows.get(outcome.id) ?? arrival!;
      if (row === arrival) {
        const counted = verdict.counted === null ? null : [...verdict.counted];
        await this.store.insert(tx, { ...row, ...verdict, counted });
      } else await this.store.write(tx, row.id, verdict);
      if (verdict.counted === null) continue;
      await this.book(tx, opened, outcome, row.senderId);
      standing = outcome.id;
    }
    if (standing !== undefined) await this.shipments.setStanding(tx, opened.row.id, standing);
  }

  private async book(
    tx: Transaction,
    opened: OpenConsignment,
    { id, date, bookings, after }: Outcome,
    senderId: string,
  ): Promise<void> {
    const { occurredAt } = date!;
    await this.ledger.book(tx, {
      cause: { kind: 'confirmation', id },
      actorId: senderId,
      movements: bookings.flatMap(({ drawn }) =>
        drawn.map((pieces) => moveDrawn(opened.trip, pieces, occurredAt)),
      ),
    });
    await this.shipments.addToLines(tx, countDeltas(opened.row.id, bookings));
    await this.review(tx, opened, after, { opens: occurredAt, closes: occurredAt });
  }

  async review(
    tx: Transaction,
    { batch, row }: OpenConsignment,
    after: ConsignmentFacts,
    dates: ReviewDates,
  ): Promise<void> {
    const { id, municipalityCode } = row;
    const consignment = {
      id,
      municipalityCode,
      stands: after.standing !== null,
      lines: after.lines,
    };
    await this.discrepancies.review(tx, batch, [consignment], dates);
  }

  /**
   * In a closed batch nothing stays in transit: what a correction leaves open is booked as lost. Answers the consignment
   * as it is then.
   */
  async bookLeftovers(
    tx: Transaction,
    { batch, row, trip }: OpenConsignment,
    after: ConsignmentFacts,
    actorId: string,
    occurredAt: Instant,
  ): Promise<ConsignmentFacts> {
    if (batch.state !== 'closed') return after;
    const lines = after.lines.map((line) => ({
      line,
      left: line.lots.filter(({ quantity }) => quantity > 0),
    }));
    await this.ledger.book(tx, {
      cause: { kind: 'close', id: newId() },
      actorId,
      movements: lines.flatMap(({ left }) =>
        left.map((pieces) => moveDrawn(trip, { ...pieces, to: 'lost' }, occurredAt)),
      ),
    });
    const lost = (left: BookableLine['lots']): number =>
      left.reduce((sum, { quantity }) => sum + quantity, 0);
    await this.shipments.addToLines(
      tx,
      lines
        .filter(({ left }) => left.length > 0)
        .map(({ line, left }) => ({
          consignmentId: row.id,
          materialId: line.materialId,
          lost: lost(left),
        })),
    );
    return {
      ...after,
      lines: lines.map(({ line, left }) => ({ ...line, lost: line.lost + lost(left), lots: [] })),
    };
  }
}
