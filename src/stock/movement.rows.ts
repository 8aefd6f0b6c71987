import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import type { Account } from './account.js';
import type { CauseKind, Movement, Reservation } from './ledger.js';

/** How movements and reservations lie in their tables. */
export interface MovementRow {
  readonly id: string;
  readonly sequence: number;
  readonly campaignId: string;
  readonly lotId: string;
  readonly materialId: string;
  readonly fromAccount: Account;
  readonly toAccount: Account;
  readonly quantity: number;
  readonly causeKind: CauseKind;
  readonly causeId: string;
  readonly batchId: string | null;
  readonly consignmentId: string | null;
  readonly deliveryPointId: string | null;
  readonly municipalityCode: string | null;
  readonly actorId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly reverses: string | null;
  readonly hash: string;
}

export const MOVEMENT_COLUMNS = sql.raw(`m.id AS "id", m.sequence AS "sequence",
  m.campaign_id AS "campaignId", m.lot_id AS "lotId", m.material_id AS "materialId",
  m.from_account AS "fromAccount", m.to_account AS "toAccount", m.quantity AS "quantity",
  m.cause_kind AS "causeKind", m.cause_id AS "causeId", m.batch_id AS "batchId",
  m.consignment_id AS "consignmentId", m.delivery_point_id AS "deliveryPointId",
  m.municipality_code AS "municipalityCode", m.actor_id AS "actorId",
  m.occurred_at AS "occurredAt", m.recorded_at AS "recordedAt", m.reverses AS "reverses",
  m.hash AS "hash"`);

export function readMovementRow(row: MovementRow): Movement {
  return {
    id: row.id,
    sequence: row.sequence,
    campaignId: row.campaignId,
    lotId: row.lotId,
    materialId: row.materialId,
    from: row.fromAccount,
    to: row.toAccount,
    quantity: row.quantity,
    cause: { kind: row.causeKind, id: row.causeId },
    batchId: row.batchId ?? undefined,
    consignmentId: row.consignmentId ?? undefined,
    deliveryPointId: row.deliveryPointId ?? undefined,
    municipalityCode: row.municipalityCode ?? undefined,
    actorId: row.actorId,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    reverses: row.reverses ?? undefined,
    hash: row.hash,
  };
}

/** In the order of the chain. */
export async function selectMovements(
  reader: Reader,
  where: readonly Sql[],
  limit: Sql = sql.empty,
): Promise<Movement[]> {
  const rows = await reader.query<MovementRow>(
    sql`SELECT ${MOVEMENT_COLUMNS} FROM movement m${sql.where(where)} ORDER BY m.sequence ${limit}`,
  );
  return rows.map(readMovementRow);
}

export function insertMovements(tx: Transaction, movements: readonly Movement[]): Promise<number> {
  return tx.insert(
    'movement',
    movements.map((movement) => ({
      sequence: movement.sequence,
      id: movement.id,
      campaign_id: movement.campaignId,
      lot_id: movement.lotId,
      material_id: movement.materialId,
      from_account: movement.from,
      to_account: movement.to,
      quantity: movement.quantity,
      cause_kind: movement.cause.kind,
      cause_id: movement.cause.id,
      batch_id: movement.batchId,
      consignment_id: movement.consignmentId,
      delivery_point_id: movement.deliveryPointId,
      municipality_code: movement.municipalityCode,
      actor_id: movement.actorId,
      occurred_at: movement.occurredAt,
      recorded_at: movement.recordedAt,
      reverses: movement.reverses,
      hash: movement.hash,
    })),
  );
}

export function insertReservations(
  tx: Transaction,
  reservations: readonly Reservation[],
): Promise<number> {
  return tx.insert(
    'reservation',
    reservations.map((reservation) => ({
      sequence: reservation.sequence,
      id: reservation.id,
      chain_sequence: reservation.chainSequence,
      kind: reservation.kind,
      campaign_id: reservation.campaignId,
      warehouse_id: reservation.warehouseId,
      lot_id: reservation.lotId,
      material_id: reservation.materialId,
      batch_id: reservation.batchId,
      consignment_id: reservation.consignmentId,
      delivery_point_id: reservation.deliveryPointId,
      municipality_code: reservation.municipalityCode,
      quantity: reservation.quantity,
      cause_kind: reservation.cause.kind,
      cause_id: reservation.cause.id,
      actor_id: reservation.actorId,
      recorded_at: reservation.recordedAt,
    })),
  );
}
