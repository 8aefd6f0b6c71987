import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import type { LineCounters } from './consignment-state.js';

/** One material of a consignment, with what tells whether word of it is due. */
export interface ShipmentLine extends LineCounters {
  readonly consignmentId: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  readonly materialId: string;
  /** The consignment's own, else its batch's. */
  readonly expectedAt: Instant | null;
  readonly standingConfirmationId: string | null;
}

/** What is under way, for those who only read figures: one narrow question about many consignments. */
@Injectable()
export class OpenShipments {
  async lines(reader: Reader, consignmentIds: readonly string[]): Promise<ShipmentLine[]> {
    if (consignmentIds.length === 0) return [];
    return reader.query<ShipmentLine>(
      sql`SELECT c.id AS "consignmentId", c.delivery_point_id AS "deliveryPointId",
          c.municipality_code AS "municipalityCode", l.material_id AS "materialId",
          COALESCE(c.expected_at, b.expected_at) AS "expectedAt",
          c.standing_confirmation_id AS "standingConfirmationId",
          l.sent, l.delivered, l.damaged, l.missing, l.refused, l.returned, l.lost
        FROM consignment c
        JOIN batch b ON b.id = c.batch_id
        JOIN consignment_line l ON l.consignment_id = c.id
        WHERE ${sql.isIn(reader.engine, sql`c.id`, consignmentIds)}`,
    );
  }
}
