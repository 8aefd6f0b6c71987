import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { UserService } from '../access/user.service.js';
import { MaterialService } from '../materials/material.service.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { PlacesModule } from '../places/places.module.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { CampaignRecords } from './campaign-records.service.js';
import { CampaignService } from './campaign.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { ListTargets } from './list-targets.service.js';
import { PreviewTargetRule } from './preview-target-rule.service.js';
import { TargetOverrides } from './target-override.service.js';
import { TargetRuleCheck } from './target-rule-check.service.js';
import { TargetRuleService } from './target-rule.service.js';
import { TargetRulesController } from './target-rules.controller.js';
import { TargetService } from './target.service.js';
import { TargetsController } from './targets.controller.js';

/** Campaigns, their funders and materials, and how much of what each municipality should get. */
@Module({
  imports: [AccessModule, PlacesModule, MaterialsModule],
  controllers: [CampaignsController, TargetRulesController, TargetsController],
  providers: [
    CampaignRecords,
    CampaignService,
    ListTargets,
    PreviewTargetRule,
    TargetOverrides,
    TargetRuleCheck,
    TargetRuleService,
    TargetService,
  ],
  exports: [CampaignService, TargetService],
})
export class CampaignsModule implements OnModuleInit {
  constructor(
    private readonly users: UserService,
    private readonly materials: MaterialService,
    private readonly campaigns: CampaignService,
  ) {}

  onModuleInit(): void {
    this.materials.registerReferrer(hasCampaign);
    this.users.registerScopeCheck(async (reader, { campaignIds }) => {
      if (campaignIds === null) return;
      await this.campaigns.requireAll(reader, campaignIds, (index) => `campaignIds[${index}]`);
    });
  }
}

async function hasCampaign(reader: Reader, materialId: string): Promise<boolean> {
  const row = await reader.one(
    sql`SELECT campaign_id FROM campaign_material WHERE material_id = ${materialId} LIMIT 1`,
  );
  return row !== undefined;
}
