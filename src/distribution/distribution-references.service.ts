import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RemoveUser } from '../access/remove-user.service.js';
import { CampaignService, type CampaignPart } from '../campaigns/campaign.service.js';
import { MaterialService } from '../materials/material.service.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';

/** Tells those to the left what of theirs batches refer to, so that it is neither moved nor taken away. */
@Injectable()
export class DistributionReferences implements OnModuleInit {
  constructor(
    private readonly users: RemoveUser,
    private readonly points: DeliveryPointService,
    private readonly materials: MaterialService,
    private readonly campaigns: CampaignService,
  ) {}

  onModuleInit(): void {
    this.users.registerReferrer((reader, userId) =>
      exists(reader, sql`consignment_assignment WHERE user_id = ${userId}`),
    );
    // A draft may follow its point to another municipality; what is reserved or was sent may not.
    this.points.registerReferrer((reader, pointId) =>
      exists(
        reader,
        sql`consignment c JOIN batch b ON b.id = c.batch_id
          WHERE c.delivery_point_id = ${pointId} AND b.state NOT IN ('draft', 'cancelled')`,
      ),
    );
    this.materials.registerReferrer((reader, materialId) =>
      exists(reader, sql`consignment_line WHERE material_id = ${materialId}`),
    );
    this.campaigns.registerReferrer(refersToCampaign);
  }
}

function refersToCampaign(reader: Reader, part: CampaignPart): Promise<boolean> {
  if (part.funder !== undefined) return Promise.resolve(false);
  if (part.materialId === undefined) {
    return exists(reader, sql`batch WHERE campaign_id = ${part.campaignId}`);
  }
  return exists(
    reader,
    sql`consignment_line l JOIN consignment c ON c.id = l.consignment_id
      JOIN batch b ON b.id = c.batch_id
      WHERE b.campaign_id = ${part.campaignId} AND l.material_id = ${part.materialId}`,
  );
}

async function exists(reader: Reader, what: Sql): Promise<boolean> {
  return (await reader.one(sql`SELECT 1 AS found FROM ${what} LIMIT 1`)) !== undefined;
}
