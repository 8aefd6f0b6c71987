import { Injectable } from '@nestjs/common';
import { type LineDelta, Shipments } from '../distribution/shipments.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import { type Cause, type Movement, reverseMovement } from '../stock/ledger.js';
import { Ledger } from '../stock/ledger.service.js';
import { moveDrawn } from './booking.js';
import { ConfirmationBooking } from './confirmation-booking.service.js';
import type { ConfirmationRow } from './confirmation-store.service.js';
import type { ConfirmedLine } from './confirmation.js';
import type { OpenConsignment } from './open-consignments.service.js';
import { bookConfirmation, type ConsignmentFacts } from './reception.js';

/** What a coordinator has booked anew in place of what was booked before. */
export interface Rebooking {
  readonly opened: OpenConsignment;
  readonly cause: Cause;
  readonly actorId: string;
  /** Taken back, whole. */
  readonly reversed: readonly Movement[];
  /** The consignment without them. */
  readonly without: ConsignmentFacts;
  /** In whose name, and with which date, is booked anew. */
  readonly confirmation: ConfirmationRow;
  readonly lines: readonly ConfirmedLine[];
  readonly standing: string;
}

/** Books a rebooking: reversals, what is booked anew, counters, what a closed batch leaves open, and discrepancies. */
@Injectable()
export class Rebookings {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly shipments: Shipments,
    private readonly booking: ConfirmationBooking,
  ) {}

  /** Answers what counts of each line. */
  async book(tx: Transaction, rebooking: Rebooking): Promise<ConfirmedLine[]> {
    const { opened, cause, actorId, reversed, without, confirmation, standing } = rebooking;
    const occurredAt = confirmation.occurredAt!;
    const { bookings, after } = bookConfirmation(without, standing, rebooking.lines);
    await this.ledger.book(tx, {
      cause,
      actorId,
      movements: [
        ...reversed.map(reverseMovement),
        ...bookings.flatMap(({ drawn }) =>
          drawn.map((pieces) => moveDrawn(opened.trip, pieces, occurredAt)),
        ),
      ],
    });
    await this.shipments.addToLines(tx, compareLines(opened, after));
    if (standing !== opened.row.standingConfirmationId) {
      await this.shipments.setStanding(tx, opened.row.id, standing);
    }
    const now = this.clock.now();
    const leftAt = latest(occurredAt, opened.batch.closedAt ?? now);
    const final = await this.booking.bookLeftovers(tx, opened, after, actorId, leftAt);
    await this.booking.review(tx, opened, final, { opens: occurredAt, closes: now });
    return bookings.map(({ counted }) => counted);
  }
}

const COUNTERS = ['delivered', 'damaged', 'missing', 'refused', 'lost', 'surplus'] as const;

/** From the counters as they are to those that they have to become. */
function compareLines({ row, facts }: OpenConsignment, after: ConsignmentFacts): LineDelta[] {
  const before = new Map(facts.lines.map((line) => [line.materialId, line]));
  return after.lines.map((line) => ({
    consignmentId: row.id,
    materialId: line.materialId,
    ...Object.fromEntries(
      COUNTERS.map((counter) => [counter, line[counter] - before.get(line.materialId)![counter]]),
    ),
  }));
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
