import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import { takeStep } from './batch-life.js';
import { checkExpectedAt, type WishedConsignment } from './draft.js';
import { DraftConsignments } from './draft-consignments.service.js';
import { DraftReferences } from './draft-references.service.js';
import { ShipmentScope } from './shipment-scope.service.js';
import { type BatchRow, type ConsignmentRow, Shipments } from './shipments.service.js';

/** What a draft holds: checked as a whole, then written. */
@Injectable()
export class DraftContent {
  constructor(
    private readonly clock: Clock,
    private readonly shipments: Shipments,
    private readonly scope: ShipmentScope,
    private readonly references: DraftReferences,
    private readonly consignments: DraftConsignments,
  ) {}

  /** @throws Problem `not_found`, `forbidden`, `stale`, `illegal_transition` */
  async lock(tx: Transaction, actor: Actor, id: string, version: number): Promise<BatchRow> {
    const batch = await this.shipments.lockBatch(tx, id);
    await this.scope.requireCommand(tx, actor, batch);
    if (batch.version !== version) throw new Problem('stale');
    takeStep(batch.state, 'edit');
    return batch;
  }

  /** Where the batch belongs and where it leaves from, as far as it is told. */
  async checkHead(
    tx: Transaction,
    actor: Actor,
    head: {
      readonly campaignId?: string | undefined;
      readonly warehouseId?: string | undefined;
      readonly expectedAt?: string | null | undefined;
    },
  ): Promise<void> {
    checkExpectedAt(head.expectedAt, this.clock.now(), 'expectedAt');
    if (head.campaignId !== undefined) {
      await this.references.requireCampaign(tx, head.campaignId);
      this.scope.requireContent(actor, head.campaignId, []);
    }
    if (head.warehouseId !== undefined) {
      await this.references.requireWarehouse(tx, head.warehouseId);
    }
  }

  /** Makes the (locked, draft) batch hold these consignments and no others. */
  async replace(
    tx: Transaction,
    actor: Actor,
    batch: Pick<BatchRow, 'id' | 'campaignId'>,
    wished: readonly WishedConsignment[],
  ): Promise<void> {
    const campaign = await this.references.requireCampaign(tx, batch.campaignId);
    const points = await this.references.requireConsignments(tx, campaign, wished);
    const now = this.clock.now();
    wished.forEach(({ expectedAt }, index) =>
      checkExpectedAt(expectedAt, now, `consignments[${index}].expectedAt`),
    );
    const placed = wished.map((wish, index) => ({
      ...wish,
      municipalityCode: points[index]!.municipalityCode,
    }));
    this.scope.requireContent(
      actor,
      batch.campaignId,
      placed.map((each) => each.municipalityCode),
    );
    const present = await this.load(tx, batch.id);
    await this.consignments.replace(tx, batch.id, present, placed, actor.id);
  }

  async removeAll(tx: Transaction, batchId: string): Promise<void> {
    const present = await this.load(tx, batchId);
    await this.consignments.remove(
      tx,
      present.map(({ id }) => id),
    );
  }

  private load(tx: Transaction, batchId: string): Promise<ConsignmentRow[]> {
    return this.shipments.load(tx, { batchId });
  }
}
