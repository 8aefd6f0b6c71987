import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Problem } from '../problem.js';
import { takeStep } from './batch-life.js';
import type { ConsignmentDetailDto } from './dto/consignment.dto.js';
import { ShipmentScope } from './shipment-scope.service.js';
import { ShipmentViews } from './shipment-views.service.js';
import { Shipments } from './shipments.service.js';
import { TrackingNumbers } from './tracking-numbers.service.js';

/** Says under which numbers the carrier knows a consignment: all of them, in place of those that are there. */
@Injectable()
export class TrackConsignmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly scope: ShipmentScope,
    private readonly tracking: TrackingNumbers,
    private readonly views: ShipmentViews,
  ) {}

  /**
   * Told again, the same numbers change nothing. Others in their place want the version that was read.
   *
   * @throws Problem `not_found`, `stale`, `precondition_required`, `illegal_transition`
   */
  track(
    actor: Actor,
    id: string,
    version: number | undefined,
    trackingNumbers: readonly string[],
  ): Promise<ConsignmentDetailDto> {
    return this.unitOfWork.run('track consignment', async (tx) => {
      await this.lock(tx, actor, id);
      const present = await this.tracking.of(tx, id);
      if (JSON.stringify(present) !== JSON.stringify(trackingNumbers)) {
        await this.requireVersion(tx, id, version, present.length > 0);
        await this.tracking.replace(tx, [{ consignmentId: id, trackingNumbers }]);
        await this.shipments.touch(tx, [id]);
      }
      return this.views.showConsignment(tx, actor, id);
    });
  }

  private async lock(tx: Transaction, actor: Actor, id: string): Promise<void> {
    const found = await this.shipments.batchOf(tx, id);
    if (found === undefined) throw new Problem('not_found');
    const batch = await this.shipments.lockBatch(tx, found.id);
    await this.scope.requireCommand(tx, actor, batch);
    takeStep(batch.state, 'track');
  }

  private async requireVersion(
    tx: Transaction,
    id: string,
    version: number | undefined,
    replaces: boolean,
  ): Promise<void> {
    if (version === undefined && !replaces) return;
    if (version === undefined) throw new Problem('precondition_required');
    const [row] = await this.shipments.load(tx, { consignmentIds: [id] });
    if (row?.version !== version) throw new Problem('stale');
  }
}
