import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { InvariantCheck } from '../stock/invariant.check.js';
import { HOLDS, offend, type Finding } from '../stock/invariants.js';

/**
 * What the movements of each line of a batch add up to. A reversal counts against what it reverses; a surplus comes out of the
 * adjustment account and stands apart; what points give back later is no movement of a consignment.
 */
const sumBooked = (batchId: string): Sql => sql`
  SELECT m.consignment_id, m.material_id,
    SUM(CASE WHEN m.cause_kind = 'dispatch' THEN m.quantity ELSE 0 END) AS sent,
    SUM(CASE WHEN m.from_account LIKE 'in_transit:%' AND m.to_account LIKE 'delivered:%' THEN m.quantity
      WHEN m.from_account LIKE 'delivered:%' AND m.to_account LIKE 'in_transit:%' THEN -m.quantity
      ELSE 0 END) AS delivered,
    SUM(CASE WHEN m.to_account = 'damaged' THEN m.quantity
      WHEN m.from_account = 'damaged' THEN -m.quantity ELSE 0 END) AS damaged,
    SUM(CASE WHEN m.to_account = 'lost' THEN m.quantity
      WHEN m.from_account = 'lost' THEN -m.quantity ELSE 0 END) AS lost,
    SUM(CASE WHEN m.from_account LIKE 'in_transit:%' AND m.to_account LIKE 'warehouse:%'
      THEN m.quantity ELSE 0 END) AS returned,
    SUM(CASE WHEN m.from_account = 'adjustment' THEN m.quantity
      WHEN m.to_account = 'adjustment' THEN -m.quantity ELSE 0 END) AS surplus,
    SUM(CASE WHEN m.to_account LIKE 'in_transit:%' THEN m.quantity
      WHEN m.from_account LIKE 'in_transit:%' THEN -m.quantity ELSE 0 END) AS in_transit
  FROM movement m WHERE m.batch_id = ${batchId} AND m.consignment_id IS NOT NULL
  GROUP BY m.consignment_id, m.material_id`;

interface Offender {
  readonly waybillNumber: string;
  readonly materialId: string;
}

/** The first line whose counters are not what was booked, or of which more or less was sent than is accounted for. */
function findLine(reader: Reader, batchId: string): Promise<Offender | undefined> {
  return reader.one<Offender>(sql`
    SELECT c.waybill_number AS "waybillNumber", l.material_id AS "materialId"
    FROM consignment c JOIN consignment_line l ON l.consignment_id = c.id
    LEFT JOIN (${sumBooked(batchId)}) AS k
      ON k.consignment_id = l.consignment_id AND k.material_id = l.material_id
    WHERE c.batch_id = ${batchId} AND (
      l.sent <> COALESCE(k.sent, 0) OR l.delivered <> COALESCE(k.delivered, 0)
      OR l.damaged <> COALESCE(k.damaged, 0) OR l.missing + l.lost <> COALESCE(k.lost, 0)
      OR l.returned <> COALESCE(k.returned, 0) OR l.surplus <> COALESCE(k.surplus, 0)
      OR COALESCE(k.sent - k.delivered - k.damaged - k.lost - k.returned - k.in_transit, 0) <> 0)
    ORDER BY c.position, l.position LIMIT 1`);
}

/** What was booked for a line that there is not. */
function findStray(reader: Reader, batchId: string): Promise<Offender | undefined> {
  return reader.one<Offender>(sql`
    SELECT k.consignment_id AS "waybillNumber", k.material_id AS "materialId"
    FROM (${sumBooked(batchId)}) AS k LEFT JOIN consignment_line l
      ON l.consignment_id = k.consignment_id AND l.material_id = k.material_id
    WHERE l.consignment_id IS NULL ORDER BY k.consignment_id, k.material_id LIMIT 1`);
}

/** Goes through the batches one after the other, so that other requests get their turn in between. */
async function checkConsignments(reader: Reader): Promise<Finding> {
  const batches = await reader.query<{ id: string }>(sql`SELECT id FROM batch ORDER BY id`);
  for (const { id } of batches) {
    const wrong = (await findLine(reader, id)) ?? (await findStray(reader, id));
    if (wrong !== undefined) {
      return offend(`consignment ${wrong.waybillNumber}, material ${wrong.materialId}`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return HOLDS;
}

async function checkClosedBatches(reader: Reader): Promise<Finding> {
  const wrong = await reader.one<{ id: string; pieces: number }>(sql`
    SELECT b.id, SUM(CASE WHEN m.to_account = 'in_transit:' || b.id THEN m.quantity
        WHEN m.from_account = 'in_transit:' || b.id THEN -m.quantity ELSE 0 END) AS pieces
    FROM batch b JOIN movement m ON m.batch_id = b.id WHERE b.state = 'closed' GROUP BY b.id
    HAVING SUM(CASE WHEN m.to_account = 'in_transit:' || b.id THEN m.quantity
        WHEN m.from_account = 'in_transit:' || b.id THEN -m.quantity ELSE 0 END) <> 0
    ORDER BY b.id LIMIT 1`);
  return wrong === undefined
    ? HOLDS
    : offend(`batch ${wrong.id} is closed with ${wrong.pieces} in transit`);
}

/** What delivery adds to `verify`. */
export const DELIVERY_CHECKS: readonly InvariantCheck[] = [
  { name: 'consignment', run: checkConsignments },
  { name: 'closed_batch', run: checkClosedBatches },
];
