import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';

export interface Tracking {
  readonly consignmentId: string;
  readonly trackingNumbers: readonly string[];
}

/** The numbers under which a carrier knows consignments. */
@Injectable()
export class TrackingNumbers {
  /** All numbers of these consignments; they replace those that are there. */
  async replace(tx: Transaction, trackings: readonly Tracking[]): Promise<void> {
    if (trackings.length === 0) return;
    const ids = trackings.map(({ consignmentId }) => consignmentId);
    await tx.execute(
      sql`DELETE FROM consignment_tracking
        WHERE ${sql.isIn(tx.engine, sql`consignment_id`, ids)}`,
    );
    await tx.insert(
      'consignment_tracking',
      trackings.flatMap(({ consignmentId, trackingNumbers }) =>
        trackingNumbers.map((trackingNumber, position) => ({
          consignment_id: consignmentId,
          position,
          tracking_number: trackingNumber,
        })),
      ),
    );
  }

  async of(tx: Transaction, consignmentId: string): Promise<string[]> {
    const rows = await tx.query<{ trackingNumber: string }>(
      sql`SELECT tracking_number AS "trackingNumber" FROM consignment_tracking
        WHERE consignment_id = ${consignmentId} ORDER BY position`,
    );
    return rows.map((row) => row.trackingNumber);
  }
}
