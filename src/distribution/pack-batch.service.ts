import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { newId } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import { LotService } from '../stock/lot.service.js';
import { BatchCommands } from './batch-command.service.js';
import type { PackBatchDto, PackConsignmentDto } from './dto/batch-command.dto.js';
import type { BatchDetailDto } from './dto/batch.dto.js';
import { findPackingFaults } from './packing.js';
import { type ConsignmentRow, listLots, Shipments } from './shipments.service.js';
import { TrackingNumbers } from './tracking-numbers.service.js';

/** Packs a planned batch: packages get their numbers, consignments the carrier's. The reservation stays. */
@Injectable()
export class PackBatchService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
    private readonly lots: LotService,
    private readonly tracking: TrackingNumbers,
  ) {}

  pack(actor: Actor, batchId: string, body: PackBatchDto): Promise<Made<BatchDetailDto>> {
    const told = body.consignments ?? [];
    return this.commands.run('pack', actor, batchId, body, async (tx, { batch, next }) => {
      const consignments = await this.shipments.load(tx, { batchId });
      const faults = findPackingFaults(consignments, told);
      if (faults.length > 0) throw new Problem('rule', { errors: faults });
      // A print run may have been blocked since it was planned.
      await this.lots.requireUsable(tx, listLots(consignments));
      await insertPackages(tx, consignments, told);
      await this.tracking.replace(
        tx,
        told.flatMap(({ id, trackingNumbers }) =>
          trackingNumbers === undefined ? [] : [{ consignmentId: id, trackingNumbers }],
        ),
      );
      await this.shipments.setBatchState(tx, batch, next, { packedAt: this.clock.now() });
    });
  }
}

async function insertPackages(
  tx: Transaction,
  consignments: readonly ConsignmentRow[],
  told: readonly PackConsignmentDto[],
): Promise<void> {
  const counts = new Map(told.map(({ id, packages }) => [id, packages]));
  await tx.insert(
    'package',
    consignments.flatMap(({ id }) =>
      Array.from({ length: counts.get(id) ?? 1 }, (_, index) => ({
        id: newId(),
        consignment_id: id,
        number: index + 1,
      })),
    ),
  );
}
