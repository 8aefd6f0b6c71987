import assert from 'node:assert';
import { Injectable } from '@nestjs/common';
import { type CampaignBrief, CampaignService } from '../campaigns/campaign.service.js';
import { type MaterialBrief, MaterialService } from '../materials/material.service.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { type Warehouse, WarehouseService } from '../places/warehouse.service.js';
import type { Reader } from '../platform/database/transaction.js';
import { LotService } from '../stock/lot.service.js';
import { type BatchRow, type ConsignmentRow, listLots } from './shipments.service.js';

/** What the paper of a batch names. */
export interface PaperReferenceBook {
  readonly campaign: CampaignBrief;
  readonly warehouse: Warehouse;
  readonly points: ReadonlyMap<string, DeliveryPointBrief>;
  readonly materials: ReadonlyMap<string, MaterialBrief>;
  readonly lotNumbers: ReadonlyMap<string, string>;
}

/** Everything that paper refers to, each kind asked for once. */
@Injectable()
export class PaperReferences {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly warehouses: WarehouseService,
    private readonly points: DeliveryPointService,
    private readonly materials: MaterialService,
    private readonly lots: LotService,
  ) {}

  async load(
    reader: Reader,
    batch: BatchRow,
    consignments: readonly ConsignmentRow[],
  ): Promise<PaperReferenceBook> {
    const pointIds = consignments.map(({ deliveryPointId }) => deliveryPointId);
    const campaign = await this.campaigns.find(reader, batch.campaignId);
    const warehouse = await this.warehouses.find(reader, batch.warehouseId);
    assert(campaign !== undefined && warehouse !== undefined, 'a batch has both');
    const points = await this.points.briefs(reader, pointIds);
    const materials = await this.materials.all(reader);
    const lots = await this.lots.briefs(reader, listLots(consignments));
    return {
      campaign,
      warehouse,
      points,
      materials: new Map(materials.map((material) => [material.id, material])),
      lotNumbers: new Map([...lots].map(([id, { lotNumber }]) => [id, lotNumber])),
    };
  }
}
