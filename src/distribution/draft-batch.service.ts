import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { DraftContent } from './draft-content.service.js';
import type { BatchDetailDto, ChangeBatchDto, CreateBatchDto } from './dto/batch.dto.js';
import { ShipmentViews } from './shipment-views.service.js';

const CHANGEABLE = {
  warehouseId: 'warehouse_id',
  mode: 'mode',
  carrier: 'carrier',
  vehicle: 'vehicle',
  driver: 'driver',
  expectedAt: 'expected_at',
} as const;

/** A batch while it is a draft: made, changed, deleted. */
@Injectable()
export class DraftBatchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly content: DraftContent,
    private readonly views: ShipmentViews,
  ) {}

  create(actor: Actor, body: CreateBatchDto): Promise<Made<BatchDetailDto>> {
    const { id: wishedId, ...content } = body;
    return this.unitOfWork.run('create batch', async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: wishedId,
        kind: 'batch',
        content,
        actorId: actor.id,
      });
      if (first) {
        await this.content.checkHead(tx, actor, body);
        await this.insert(tx, actor, id, body);
        const { campaignId, consignments = [] } = body;
        await this.content.replace(tx, actor, { id, campaignId }, consignments);
      }
      return new Made(first, await this.views.showBatch(tx, actor, id));
    });
  }

  /** @throws Problem `stale`, `illegal_transition` */
  change(
    actor: Actor,
    id: string,
    version: number,
    change: ChangeBatchDto,
  ): Promise<BatchDetailDto> {
    return this.unitOfWork.run('change batch', async (tx) => {
      const batch = await this.content.lock(tx, actor, id, version);
      await this.content.checkHead(tx, actor, change);
      await this.update(tx, id, change);
      if (change.consignments !== undefined) {
        await this.content.replace(tx, actor, batch, change.consignments);
      }
      return this.views.showBatch(tx, actor, id);
    });
  }

  /** @throws Problem `stale`, `illegal_transition`, `in_use` */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run('remove batch', async (tx) => {
      await this.content.lock(tx, actor, id, version);
      await this.content.removeAll(tx, id);
      await tx.execute(sql`DELETE FROM batch WHERE id = ${id}`);
    });
  }

  private async insert(
    tx: Transaction,
    actor: Actor,
    id: string,
    body: CreateBatchDto,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.insert('batch', [
      {
        id,
        campaign_id: body.campaignId,
        warehouse_id: body.warehouseId,
        state: 'draft',
        mode: body.mode ?? 'own_vehicle',
        carrier: body.carrier ?? null,
        vehicle: body.vehicle ?? null,
        driver: body.driver ?? null,
        expected_at: body.expectedAt ?? null,
        created_by: actor.id,
        created_at: now,
        changed_at: now,
        version: 1,
      },
    ]);
  }

  private async update(tx: Transaction, id: string, change: ChangeBatchDto): Promise<void> {
    const columns = Object.entries(CHANGEABLE).flatMap(([field, column]) => {
      const value = change[field as keyof typeof CHANGEABLE];
      return value === undefined ? [] : [sql`${sql.raw(column)} = ${value}, `];
    });
    const marks = sql`changed_at = ${this.clock.now()}, version = version + 1`;
    await tx.execute(sql`UPDATE batch SET ${sql.join(columns, '')}${marks} WHERE id = ${id}`);
    // What the batch says of all its consignments, such as the expected arrival, shows on each of them.
    await tx.execute(sql`UPDATE consignment SET ${marks} WHERE batch_id = ${id}`);
  }
}
