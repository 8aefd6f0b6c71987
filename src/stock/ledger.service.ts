import assert from 'node:assert';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { readViolation } from '../platform/database/violation.js';
import { newId, sha256 } from '../platform/ids/ids.js';
import type { Instant } from '../time.js';
import { mayFallBelowZero, warehouseAccount } from './account.js';
import {
  changesOf,
  compareKeys,
  entriesOf,
  suspectsOf,
  textOfKey,
  type BalanceChange,
  type BalanceKey,
} from './balance.js';
import {
  changeBalances,
  changeReserved,
  findShortages,
  lockBalances,
  type BalanceRow,
  type ReservedChange,
} from './balance.rows.js';
import { hashMovement } from './chain.js';
import { lockHead, moveHead, type ChainHead } from './chain.rows.js';
import type {
  Booked,
  Cause,
  CauseKind,
  Movement,
  MovementDraft,
  Reservation,
  ReservationCause,
  ReservationDraft,
} from './ledger.js';
import { MOVEMENT_PROJECTIONS, type MovementProjection } from './movement.projection.js';
import { insertMovements, insertReservations, selectMovements } from './movement.rows.js';
import { refuseShorts, type Short } from './shortage.js';

export interface Booking {
  readonly cause: Cause;
  readonly actorId: string;
  readonly movements: readonly MovementDraft[];
}

export interface Reserving {
  readonly cause: ReservationCause;
  readonly actorId: string;
  readonly entries: readonly ReservationDraft[];
}

export interface MovementFilter {
  readonly causeKind?: CauseKind;
  readonly causeIds?: readonly string[];
  readonly consignmentIds?: readonly string[];
  readonly batchId?: string;
}

interface LotFacts {
  readonly id: string;
  readonly campaignId: string;
  readonly materialId: string;
  readonly lotNumber: string;
}

/**
 * The only writer of stock. It takes any number of movements in a constant number of statements: lock the balances in one
 * order and change them, look at the past where an entry is dated back, and only then, last of all, take the chain's head.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly clock: Clock,
    @Inject(MOVEMENT_PROJECTIONS) private readonly projections: readonly MovementProjection[],
  ) {}

  /**
   * Books the movements of one command, all or none, and tells the projections. What is reserved has to be released
   * before it is booked out.
   *
   * @throws Problem `insufficient_stock` where a balance would fall below zero, now or at a moment in the past.
   */
  async book(tx: Transaction, { cause, actorId, movements }: Booking): Promise<Movement[]> {
    if (movements.length === 0) return [];
    const lots = await readLots(tx, movements);
    const changes = changesOf(movements);
    const rows = await lockBalances(tx, changes);
    refusePresent(changes, rows, lots);
    await translateCheck(changeBalances(tx, changes), changes, lots);
    await this.refusePast(tx, movements, changes, rows, lots);
    const head = await lockHead(tx);
    const booked = this.chain(head, { cause, actorId, movements }, lots);
    await insertMovements(tx, booked);
    const last = booked.at(-1)!;
    await moveHead(tx, { ...head, ...last });
    await this.project(tx, { movements: booked, reservations: [] });
    return booked;
  }

  /**
   * Reserves or releases pieces in warehouses, all or none.
   *
   * @throws Problem `insufficient_stock` where more would be reserved than is on hand.
   */
  async reserve(tx: Transaction, { cause, actorId, entries }: Reserving): Promise<Reservation[]> {
    if (entries.length === 0) return [];
    const lots = await readLots(tx, entries);
    const changes = reservedChangesOf(entries);
    const rows = await lockBalances(tx, changes);
    refuseReserving(changes, rows, lots);
    await translateCheck(changeReserved(tx, changes), changes, lots);
    const head = await lockHead(tx);
    const recordedAt = this.recordedAfter(head);
    const reservations = entries.map((entry, index): Reservation => {
      const lot = lots.get(entry.lotId)!;
      return {
        ...entry,
        id: newId(),
        sequence: head.reservationSequence + index + 1,
        chainSequence: head.sequence,
        campaignId: lot.campaignId,
        materialId: lot.materialId,
        cause,
        actorId,
        recordedAt,
      };
    });
    await insertReservations(tx, reservations);
    const reservationSequence = head.reservationSequence + reservations.length;
    await moveHead(tx, { ...head, reservationSequence, recordedAt });
    await this.project(tx, { movements: [], reservations });
    return reservations;
  }

  /** What was booked for a cause, a batch or consignments, in the order of the chain. */
  movements(reader: Reader, where: MovementFilter): Promise<Movement[]> {
    const conditions = [
      ...(where.causeKind === undefined ? [] : [sql`m.cause_kind = ${where.causeKind}`]),
      ...(where.causeIds === undefined
        ? []
        : [sql.isIn(reader.engine, sql.raw('m.cause_id'), where.causeIds)]),
      ...(where.consignmentIds === undefined
        ? []
        : [sql.isIn(reader.engine, sql.raw('m.consignment_id'), where.consignmentIds)]),
      ...(where.batchId === undefined ? [] : [sql`m.batch_id = ${where.batchId}`]),
    ];
    assert(conditions.length > 0, 'the whole ledger is not read at once');
    return selectMovements(reader, conditions);
  }

  private async refusePast(
    tx: Transaction,
    movements: readonly MovementDraft[],
    changes: readonly BalanceChange[],
    rows: ReadonlyMap<string, BalanceRow>,
    lots: ReadonlyMap<string, LotFacts>,
  ): Promise<void> {
    const latest = new Map(
      changes.map((change) => {
        const before = rows.get(textOfKey(change))!.latestOccurredAt;
        const after = change.latestOccurredAt;
        return [textOfKey(change), before !== null && before > after ? before : after];
      }),
    );
    const suspects = suspectsOf(movements, (key) => latest.get(textOfKey(key)));
    if (suspects.length === 0) return;
    const shortages = await findShortages(tx, suspects, movements.flatMap(entriesOf));
    if (shortages.length === 0) return;
    throw refuse(
      shortages.map((shortage) => ({ ...shortage, missing: -shortage.balance })),
      lots,
    );
  }

  private chain(
    head: ChainHead,
    { cause, actorId, movements }: Booking,
    lots: ReadonlyMap<string, LotFacts>,
  ): Movement[] {
    const recordedAt = this.recordedAfter(head);
    let previousHash = head.hash;
    return movements.map((draft, index): Movement => {
      const lot = lots.get(draft.lotId)!;
      const movement = {
        ...draft,
        id: newId(),
        sequence: head.sequence + index + 1,
        campaignId: lot.campaignId,
        materialId: lot.materialId,
        cause,
        actorId,
        recordedAt,
      };
      previousHash = hashMovement(previousHash, movement, sha256);
      return { ...movement, hash: previousHash };
    });
  }

  /** Never before what is recorded already, whatever the clocks of several instances say. */
  private recordedAfter(head: ChainHead): Instant {
    const now = this.clock.now();
    return now > head.recordedAt ? now : head.recordedAt;
  }

  private async project(tx: Transaction, booked: Booked): Promise<void> {
    for (const projection of this.projections) await projection.apply(tx, booked);
  }
}

async function readLots(
  tx: Transaction,
  entries: readonly { readonly lotId: string }[],
): Promise<Map<string, LotFacts>> {
  const ids = [...new Set(entries.map((entry) => entry.lotId))];
  const rows = await tx.query<LotFacts>(
    sql`SELECT id AS "id", campaign_id AS "campaignId", material_id AS "materialId",
      lot_number AS "lotNumber" FROM lot WHERE ${sql.isIn(tx.engine, sql.raw('id'), ids)}`,
  );
  assert.equal(rows.length, ids.length, 'whoever books has looked up the lots');
  return new Map(rows.map((row) => [row.id, row]));
}

function reservedChangesOf(entries: readonly ReservationDraft[]): ReservedChange[] {
  const changes = new Map<string, ReservedChange>();
  for (const entry of entries) {
    const key: BalanceKey = {
      account: warehouseAccount(entry.warehouseId),
      lotId: entry.lotId,
      consignmentId: '',
    };
    const signed = entry.kind === 'reserve' ? entry.quantity : -entry.quantity;
    const delta = signed + (changes.get(textOfKey(key))?.delta ?? 0);
    changes.set(textOfKey(key), { ...key, delta });
  }
  return [...changes.values()].sort(compareKeys);
}

function refusePresent(
  changes: readonly BalanceChange[],
  rows: ReadonlyMap<string, BalanceRow>,
  lots: ReadonlyMap<string, LotFacts>,
): void {
  const shorts = changes.flatMap((change): Short[] => {
    const row = rows.get(textOfKey(change))!;
    const missing = row.reserved - (row.onHand + change.delta);
    return missing > 0 && !mayFallBelowZero(change.account) ? [{ ...keyOf(change), missing }] : [];
  });
  if (shorts.length > 0) throw refuse(shorts, lots);
}

function refuseReserving(
  changes: readonly ReservedChange[],
  rows: ReadonlyMap<string, BalanceRow>,
  lots: ReadonlyMap<string, LotFacts>,
): void {
  const shorts = changes.flatMap((change): Short[] => {
    const row = rows.get(textOfKey(change))!;
    assert(row.reserved + change.delta >= 0, 'nothing is released that was not reserved');
    const missing = row.reserved + change.delta - row.onHand;
    return missing > 0 ? [{ ...keyOf(change), missing }] : [];
  });
  if (shorts.length > 0) throw refuse(shorts, lots);
}

/** The rows are locked and were looked at, so a CHECK refuses only what somebody else's hand has put wrong: still no 500. */
async function translateCheck(
  changing: Promise<void>,
  changes: readonly ReservedChange[],
  lots: ReadonlyMap<string, LotFacts>,
): Promise<void> {
  try {
    await changing;
  } catch (error) {
    if (readViolation(error) !== 'check') throw error;
    const falling = changes.filter((change) => change.delta < 0);
    throw refuse(
      falling.map((change) => ({ ...keyOf(change), missing: -change.delta })),
      lots,
    );
  }
}

function keyOf({ account, lotId, consignmentId }: BalanceKey): BalanceKey {
  return { account, lotId, consignmentId };
}

function refuse(shorts: readonly Short[], lots: ReadonlyMap<string, LotFacts>): Error {
  return refuseShorts(shorts, (lotId) => lots.get(lotId)!.lotNumber);
}
