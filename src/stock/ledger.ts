import type { Instant } from '../time.js';
import type { Account } from './account.js';

/**
 * The stock ledger. A movement takes a whole, positive number of pieces of one lot from one account to another, names
 * its cause (the command that made it), its actor, when it happened and when it was recorded, and is never changed or
 * deleted: a correction is a reversing movement that names the one it reverses. Reservations are entries too.
 */

export const CAUSE_KINDS = [
  'receipt',
  'issue',
  'dispatch',
  'confirmation',
  'correction',
  'preference',
  'return',
  'loss',
  'resolution',
  'reversal',
  'close',
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** The command that made a movement. Its id is of one command only: what is booked under it is booked at once, and never again. */
export interface Cause {
  readonly kind: CauseKind;
  readonly id: string;
}

/** What a command asks the ledger to book. */
export interface MovementDraft {
  readonly lotId: string;
  readonly from: Account;
  readonly to: Account;
  /** Pieces, 1 or more. */
  readonly quantity: number;
  readonly occurredAt: Instant;
  readonly batchId?: string | undefined;
  /** Named by every movement into or out of a batch's transit. */
  readonly consignmentId?: string | undefined;
  readonly deliveryPointId?: string | undefined;
  /** Of the point or hand-out; it places the movement on the map and is no part of the hash. */
  readonly municipalityCode?: string | undefined;
  readonly reverses?: string | undefined;
}

/** What the ledger has booked. Absent is undefined, never null or empty. */
export interface Movement {
  readonly id: string;
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  readonly campaignId: string;
  readonly lotId: string;
  readonly materialId: string;
  readonly from: Account;
  readonly to: Account;
  readonly quantity: number;
  readonly cause: Cause;
  readonly batchId?: string | undefined;
  readonly consignmentId?: string | undefined;
  readonly deliveryPointId?: string | undefined;
  readonly municipalityCode?: string | undefined;
  readonly actorId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly reverses?: string | undefined;
  readonly hash: string;
}

export interface ReservationCause {
  readonly kind: 'plan' | 'unplan' | 'dispatch' | 'cancel';
  readonly id: string;
}

export interface ReservationDraft {
  readonly kind: 'reserve' | 'release';
  readonly warehouseId: string;
  readonly lotId: string;
  readonly batchId: string;
  readonly consignmentId: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  /** Pieces, 1 or more, for either kind. */
  readonly quantity: number;
}

export interface Reservation extends ReservationDraft {
  readonly id: string;
  /** 1, 2, 3 … without gaps, of reservations alone. */
  readonly sequence: number;
  /** The movement sequence at which it was made: what `knownAt` by sequence goes by. */
  readonly chainSequence: number;
  readonly campaignId: string;
  readonly materialId: string;
  readonly cause: ReservationCause;
  readonly actorId: string;
  readonly recordedAt: Instant;
}

/** What one call of the ledger has added, as the projections get it. */
export interface Booked {
  readonly movements: readonly Movement[];
  readonly reservations: readonly Reservation[];
}

/** The movement that takes `movement` back: the other way round, and dated as what it reverses. */
export function reverseMovement(movement: Movement): MovementDraft {
  return {
    lotId: movement.lotId,
    from: movement.to,
    to: movement.from,
    quantity: movement.quantity,
    occurredAt: movement.occurredAt,
    batchId: movement.batchId,
    consignmentId: movement.consignmentId,
    deliveryPointId: movement.deliveryPointId,
    municipalityCode: movement.municipalityCode,
    reverses: movement.id,
  };
}
