import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import type { Booked, Movement, Reservation } from './ledger.js';
import { selectMovements } from './movement.rows.js';

/** Movements read at once: a few milliseconds' work, so that other requests do not feel it. */
const MOVEMENTS_A_CHUNK = 1_000;

interface ReservationRow extends Omit<Reservation, 'cause'> {
  readonly causeKind: Reservation['cause']['kind'];
  readonly causeId: string;
  readonly recordedAt: Instant;
}

/** All movements, in the order of the chain, a chunk at a time; between chunks other requests get their turn. */
export async function* readMovements(reader: Reader): AsyncGenerator<Movement[]> {
  let after = 0;
  for (;;) {
    const movements = await selectMovements(
      reader,
      [sql`m.sequence > ${after}`],
      sql`LIMIT ${MOVEMENTS_A_CHUNK}`,
    );
    if (movements.length > 0) yield movements;
    if (movements.length < MOVEMENTS_A_CHUNK) return;
    after = movements.at(-1)!.sequence;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** All entries, movements and reservations, as they were booked: what a projection is rebuilt from. */
export async function* readEntries(reader: Reader): AsyncGenerator<Booked> {
  let after = -1;
  for await (const movements of readMovements(reader)) {
    const until = movements.at(-1)!.sequence;
    yield { movements, reservations: await readReservations(reader, after, until) };
    after = until;
  }
}

async function readReservations(
  reader: Reader,
  after: number,
  until: number,
): Promise<Reservation[]> {
  const rows = await reader.query<ReservationRow>(sql`
    SELECT id AS "id", sequence AS "sequence", chain_sequence AS "chainSequence", kind AS "kind",
      campaign_id AS "campaignId", warehouse_id AS "warehouseId", lot_id AS "lotId",
      material_id AS "materialId", batch_id AS "batchId", consignment_id AS "consignmentId",
      delivery_point_id AS "deliveryPointId", municipality_code AS "municipalityCode",
      quantity AS "quantity", cause_kind AS "causeKind", cause_id AS "causeId",
      actor_id AS "actorId", recorded_at AS "recordedAt"
    FROM reservation WHERE chain_sequence > ${after} AND chain_sequence <= ${until}
    ORDER BY sequence`);
  return rows.map(({ causeKind, causeId, ...row }) => ({
    ...row,
    cause: { kind: causeKind, id: causeId },
  }));
}
