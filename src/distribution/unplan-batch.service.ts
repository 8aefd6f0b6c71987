import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { sql } from '../platform/database/sql.js';
import type { Made } from '../platform/http/made.js';
import { Ledger } from '../stock/ledger.service.js';
import { BatchCommands } from './batch-command.service.js';
import type { CommandDto } from './dto/batch-command.dto.js';
import type { BatchDetailDto } from './dto/batch.dto.js';
import { listReservations } from './reservation-entries.js';
import { Shipments } from './shipments.service.js';

/** Takes a planned or packed batch back to draft: what it reserved is released, its packages are unpacked. */
@Injectable()
export class UnplanBatchService {
  constructor(
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
    private readonly ledger: Ledger,
  ) {}

  unplan(actor: Actor, batchId: string, body: CommandDto): Promise<Made<BatchDetailDto>> {
    return this.commands.run('unplan', actor, batchId, body, async (tx, { id, batch, next }) => {
      const consignments = await this.shipments.load(tx, { batchId });
      await this.ledger.reserve(tx, {
        cause: { kind: 'unplan', id },
        actorId: actor.id,
        entries: listReservations('release', batch, consignments),
      });
      await this.shipments.clearLots(tx, batchId);
      await tx.execute(
        sql`DELETE FROM package
          WHERE consignment_id IN (SELECT id FROM consignment WHERE batch_id = ${batchId})`,
      );
      await this.shipments.setBatchState(tx, batch, next, { plannedAt: null, packedAt: null });
    });
  }
}
