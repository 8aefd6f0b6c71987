import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { newId } from '../platform/ids/ids.js';
import { type ConsignmentRow, Shipments } from './shipments.service.js';

/** Null: nobody any more. */
export interface Assignment {
  readonly consignmentId: string;
  readonly assigneeId: string | null;
}

/** Who hands over what, and who did before: another assignee ends the former's assignment, which stays on record. */
@Injectable()
export class Assignments {
  constructor(
    private readonly clock: Clock,
    private readonly shipments: Shipments,
  ) {}

  /** Assigns in a constant number of statements; whoever has a consignment already keeps it since then. */
  async assign(
    tx: Transaction,
    present: readonly Pick<ConsignmentRow, 'id' | 'assignments'>[],
    wished: readonly Assignment[],
    assignedBy: string,
  ): Promise<void> {
    const current = new Map(present.map((row) => [row.id, findAssignee(row)]));
    const changed = wished.filter(
      ({ consignmentId, assigneeId }) => (current.get(consignmentId) ?? null) !== assigneeId,
    );
    if (changed.length === 0) return;
    const ids = changed.map(({ consignmentId }) => consignmentId);
    const now = this.clock.now();
    await tx.execute(
      sql`UPDATE consignment_assignment SET until_at = ${now}
        WHERE until_at IS NULL AND ${sql.isIn(tx.engine, sql`consignment_id`, ids)}`,
    );
    await tx.insert(
      'consignment_assignment',
      changed
        .filter(({ assigneeId }) => assigneeId !== null)
        .map(({ consignmentId, assigneeId }) => ({
          id: newId(),
          consignment_id: consignmentId,
          user_id: assigneeId,
          from_at: now,
          until_at: null,
          assigned_by: assignedBy,
        })),
    );
    await this.shipments.touch(tx, ids);
  }
}

/** Who is to hand the consignment over now; null: nobody yet. */
export function findAssignee(consignment: Pick<ConsignmentRow, 'assignments'>): string | null {
  return consignment.assignments.find((each) => each.untilAt === null)?.userId ?? null;
}
