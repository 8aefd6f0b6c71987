import { Inject, Injectable } from '@nestjs/common';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { lockHead } from './chain.rows.js';
import { MOVEMENT_PROJECTIONS, type MovementProjection } from './movement.projection.js';

/** Makes balances and projections anew from the entries alone. */
@Injectable()
export class RebuildService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(MOVEMENT_PROJECTIONS) private readonly projections: readonly MovementProjection[],
  ) {}

  /** In one transaction: nobody books meanwhile, and others read what was there until it is done. */
  run(): Promise<void> {
    return this.unitOfWork.run('rebuild', async (tx) => {
      // Balances before the head, in the order in which whoever books takes them.
      if (tx.engine === 'postgres') await tx.execute(sql`LOCK TABLE balance IN EXCLUSIVE MODE`);
      await lockHead(tx);
      await rebuildBalances(tx);
      for (const projection of this.projections) await projection.rebuild(tx);
    });
  }
}

async function rebuildBalances(tx: Transaction): Promise<void> {
  await tx.execute(sql`DELETE FROM balance`);
  await tx.execute(sql`INSERT INTO balance (account, lot_id, consignment_id, on_hand, reserved, latest_occurred_at)
    SELECT account, lot_id, consignment_id, SUM(on_hand), SUM(reserved), MAX(occurred_at) FROM (
      ${side('from_account', '-')} UNION ALL ${side('to_account', '')}
      UNION ALL SELECT 'warehouse:' || warehouse_id, lot_id, '', 0,
        CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END, NULL FROM reservation
    ) AS entry GROUP BY account, lot_id, consignment_id`);
}

function side(account: 'from_account' | 'to_account', sign: '-' | ''): Sql {
  return sql.raw(`SELECT ${account} AS account, lot_id,
    CASE WHEN SUBSTR(${account}, 1, 11) = 'in_transit:' THEN COALESCE(consignment_id, '') ELSE '' END AS consignment_id,
    ${sign}quantity AS on_hand, 0 AS reserved, occurred_at FROM movement`);
}
