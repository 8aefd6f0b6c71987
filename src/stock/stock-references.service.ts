import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CampaignPart, CampaignService } from '../campaigns/campaign.service.js';
import { MaterialService } from '../materials/material.service.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';

/** Tells those to the left what stock refers to, so that they keep it as it is. */
@Injectable()
export class StockReferences implements OnModuleInit {
  constructor(
    private readonly points: DeliveryPointService,
    private readonly materials: MaterialService,
    private readonly campaigns: CampaignService,
  ) {}

  onModuleInit(): void {
    this.points.registerReferrer((reader, pointId) =>
      isThere(reader, [
        sql`SELECT 1 AS there FROM movement WHERE delivery_point_id = ${pointId}`,
        sql`SELECT 1 AS there FROM reservation WHERE delivery_point_id = ${pointId}
          GROUP BY delivery_point_id HAVING SUM(CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END) > 0`,
      ]),
    );
    this.materials.registerReferrer((reader, materialId) =>
      isThere(reader, [
        sql`SELECT 1 AS there FROM lot WHERE material_id = ${materialId}`,
        sql`SELECT 1 AS there FROM print_order WHERE material_id = ${materialId}`,
      ]),
    );
    this.campaigns.registerReferrer((reader, part) => isPartUsed(reader, part));
  }
}

async function isPartUsed(reader: Reader, part: CampaignPart): Promise<boolean> {
  const { campaignId, materialId, funder } = part;
  const ofMaterial = materialId === undefined ? sql.empty : sql` AND material_id = ${materialId}`;
  if (funder === undefined)
    return isThere(reader, [
      sql`SELECT 1 AS there FROM lot WHERE campaign_id = ${campaignId}${ofMaterial}`,
      sql`SELECT 1 AS there FROM print_order WHERE campaign_id = ${campaignId}${ofMaterial}`,
    ]);
  const lots = await isThere(reader, [
    sql`SELECT 1 AS there FROM lot_funding f JOIN lot l ON l.id = f.lot_id
      WHERE l.campaign_id = ${campaignId} AND f.funder = ${funder}`,
  ]);
  if (lots) return true;
  const orders = await reader.query<{ funding: string }>(
    sql`SELECT funding AS "funding" FROM print_order WHERE campaign_id = ${campaignId}`,
  );
  return orders.some(({ funding }) =>
    (JSON.parse(funding) as { funder: string }[]).some((share) => share.funder === funder),
  );
}

async function isThere(reader: Reader, questions: readonly Sql[]): Promise<boolean> {
  for (const question of questions)
    if ((await reader.one(sql`${question} LIMIT 1`)) !== undefined) return true;
  return false;
}
