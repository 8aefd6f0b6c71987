import { Injectable } from '@nestjs/common';
import { type LineDelta, Shipments } from '../distribution/shipments.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import { newId } from '../platform/ids/ids.js';
import { type Movement, type MovementDraft, reverseMovement } from '../stock/ledger.js';
import { Ledger } from '../stock/ledger.service.js';
import type { Instant } from '../time.js';
import { findStandingMovements, isBookedByConfirmation, moveDrawn } from './booking.js';
import { ConfirmationBooking } from './confirmation-booking.service.js';
import { ConfirmationStore } from './confirmation-store.service.js';
import {
  chooseUnbooking,
  type BookedPieces,
  type DiscrepancyKind,
  type Effect,
  type ResolvedDate,
  type Resolution,
} from './discrepancy.js';
import { drawFromEnd, drawFromFront } from './draw.js';
import type { OpenConsignment } from './open-consignments.service.js';

export interface Resolving {
  readonly id: string;
  readonly actorId: string;
  readonly opened: OpenConsignment;
  readonly discrepancy: {
    readonly id: string;
    readonly kind: DiscrepancyKind;
    readonly materialId: string;
  };
  readonly resolution: Resolution;
  readonly effect: Effect;
  readonly quantity: number;
  readonly note: string;
}

type Moving = Resolving & { readonly effect: Effect & { does: 'move' } };

/** Books what a resolution moves, and what it settles. */
@Injectable()
export class Resolutions {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly shipments: Shipments,
    private readonly store: ConfirmationStore,
    private readonly booking: ConfirmationBooking,
  ) {}

  async book(tx: Transaction, resolving: Resolving): Promise<void> {
    const { opened, effect, discrepancy } = resolving;
    const now = this.clock.now();
    const delta = effect.does === 'move' ? await this.move(tx, { ...resolving, effect }, now) : {};
    await insertResolution(tx, resolving, now);
    const lines = opened.facts.lines.map((line) =>
      line.materialId === discrepancy.materialId ? addDelta(line, delta) : line,
    );
    if (effect.does === 'move') {
      const { materialId } = discrepancy;
      await this.shipments.addToLines(tx, [{ consignmentId: opened.row.id, materialId, ...delta }]);
    } else await this.shipments.touch(tx, [opened.row.id]);
    await this.booking.review(tx, opened, { ...opened.facts, lines }, { opens: now, closes: now });
  }

  /** Answers the change of the line's counters. */
  private async move(tx: Transaction, moving: Moving, now: Instant): Promise<CounterDelta> {
    const { effect, quantity } = moving;
    if (effect.from === 'transit') {
      await this.moveFromTransit(tx, moving, now);
      return { [effect.counter]: quantity };
    }
    await this.moveBooked(tx, moving, now);
    const booked = moving.discrepancy.kind as 'missing' | 'damaged';
    return { [booked]: -quantity, [effect.counter]: quantity };
  }

  /** Delivered and damaged pieces come from the front, as confirmed ones do; lost and returned ones from the end. */
  private async moveFromTransit(tx: Transaction, moving: Moving, now: Instant): Promise<void> {
    const { id, actorId, opened, effect, discrepancy, quantity } = moving;
    const line = opened.facts.lines.find(
      ({ materialId }) => materialId === discrepancy.materialId,
    )!;
    const draw = effect.to === 'delivered' || effect.to === 'damaged' ? drawFromFront : drawFromEnd;
    const standing = await this.store.require(tx, opened.row.standingConfirmationId!);
    const occurredAt = chooseDate(effect.dated, opened, standing.occurredAt!, now);
    await this.ledger.book(tx, {
      cause: { kind: 'resolution', id },
      actorId,
      movements: draw(line.lots, quantity).taken.map((pieces) =>
        moveDrawn(opened.trip, { ...pieces, to: effect.to }, occurredAt),
      ),
    });
  }

  /** Takes pieces out of where confirmations have booked them; what is left of a movement is booked again as it was. */
  private async moveBooked(tx: Transaction, moving: Moving, now: Instant): Promise<void> {
    const { id, actorId, opened, effect, discrepancy, quantity } = moving;
    const { trip } = opened;
    const account = discrepancy.kind === 'missing' ? 'lost' : 'damaged';
    const booked = findStandingMovements(opened.movements).filter(
      (movement) =>
        isBookedByConfirmation(movement) &&
        movement.materialId === discrepancy.materialId &&
        movement.to === account,
    );
    const { reversed, moved, kept } = chooseUnbooking(booked.map(toBooked), quantity);
    const byId = new Map(booked.map((movement) => [movement.id, movement]));
    const movements: MovementDraft[] = [
      ...reversed.map(({ movementId }) => reverseMovement(byId.get(movementId)!)),
      ...moved.map(({ lotId, quantity: part, occurredAt }) =>
        moveDrawn(
          trip,
          { lotId, quantity: part, to: effect.to },
          chooseDate(effect.dated, opened, occurredAt, now),
        ),
      ),
    ];
    await this.ledger.book(tx, { cause: { kind: 'resolution', id }, actorId, movements });
    if (kept === undefined) return;
    const keptId = newId();
    const draft = moveDrawn(trip, { ...kept, to: account }, kept.occurredAt);
    await this.ledger.book(tx, {
      cause: { kind: 'correction', id: keptId },
      actorId,
      movements: [draft],
    });
    await this.store.amend(tx, {
      id: keptId,
      confirmationId: await this.findOwner(tx, byId.get(kept.movementId)!),
      kind: 'resolve',
      reason: moving.note,
      lines: null,
      actorId,
      recordedAt: now,
    });
  }

  /** The confirmation in whose name the movement was booked. */
  private async findOwner(tx: Transaction, { cause }: Movement): Promise<string> {
    if (cause.kind === 'confirmation') return cause.id;
    return this.store.requireAmended(tx, cause.id);
  }
}

type CounterDelta = Omit<LineDelta, 'consignmentId' | 'materialId'>;

function addDelta<Line extends { readonly [counter in keyof CounterDelta]?: number }>(
  line: Line,
  delta: CounterDelta,
): Line {
  const changed = Object.entries(delta).map(([counter, change]) => [
    counter,
    (line[counter as keyof CounterDelta] ?? 0) + change,
  ]);
  return { ...line, ...Object.fromEntries(changed) };
}

function chooseDate(
  dated: ResolvedDate,
  { batch }: OpenConsignment,
  deliveredAt: Instant,
  now: Instant,
): Instant {
  switch (dated) {
    case 'delivery':
      return deliveredAt;
    case 'dispatch':
      return batch.dispatchedAt!;
    case 'now':
      // A batch dispatched a moment ahead of our clock is not yet in the past.
      return now > batch.dispatchedAt! ? now : batch.dispatchedAt!;
    default:
      return dated satisfies never;
  }
}

function toBooked({ id, lotId, quantity, occurredAt }: Movement): BookedPieces {
  return { movementId: id, lotId, quantity, occurredAt };
}

async function insertResolution(
  tx: Transaction,
  { id, actorId, opened, discrepancy, resolution, effect, quantity, note }: Resolving,
  recordedAt: Instant,
): Promise<void> {
  await tx.insert('discrepancy_resolution', [
    {
      id,
      discrepancy_id: discrepancy.id,
      consignment_id: opened.row.id,
      material_id: discrepancy.materialId,
      resolution,
      settles: effect.settles ?? null,
      voided: false,
      quantity,
      note,
      actor_id: actorId,
      recorded_at: recordedAt,
    },
  ]);
}
