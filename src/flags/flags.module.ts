import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CoverageModule } from '../coverage/coverage.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { DistributionModule } from '../distribution/distribution.module.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { PlacesModule } from '../places/places.module.js';
import { JobsModule } from '../platform/jobs/jobs.module.js';
import { StockModule } from '../stock/stock.module.js';
import { CampaignFlags } from './campaign-flags.service.js';
import { EscalateFlags } from './escalate-flags.service.js';
import { EvaluateFlags } from './evaluate-flags.service.js';
import { FactsService } from './facts.service.js';
import { FlagChecks } from './flag-checks.job.js';
import { FlagCommands } from './flag-commands.service.js';
import { FlagLinks } from './flag-links.service.js';
import { FlagRecords } from './flag-records.service.js';
import { FlagReferences } from './flag-references.service.js';
import { FlagRuleService } from './flag-rule.service.js';
import { FlagRulesController } from './flag-rules.controller.js';
import { FlagScope } from './flag-scope.service.js';
import { FlagService } from './flag.service.js';
import { FlagWords } from './flag-words.service.js';
import { FlagsController } from './flags.controller.js';
import { GroundFacts } from './ground-facts.service.js';
import { JobViews } from './job-views.service.js';
import { JobsController } from './jobs.controller.js';
import { KeepFlagRules } from './keep-flag-rules.service.js';
import { ShipmentFacts } from './shipment-facts.service.js';
import { StepFlag } from './step-flag.service.js';
import { SupplyFacts } from './supply-facts.service.js';

@Module({
  imports: [
    AccessModule,
    PlacesModule,
    MaterialsModule,
    CampaignsModule,
    StockModule,
    DistributionModule,
    DeliveryModule,
    CoverageModule,
    JobsModule,
  ],
  controllers: [FlagRulesController, FlagsController, JobsController],
  providers: [
    FlagRuleService,
    KeepFlagRules,
    CampaignFlags,
    FlagReferences,
    FlagRecords,
    FlagScope,
    FlagWords,
    FlagLinks,
    FlagService,
    StepFlag,
    FlagCommands,
    GroundFacts,
    ShipmentFacts,
    SupplyFacts,
    FactsService,
    EvaluateFlags,
    EscalateFlags,
    FlagChecks,
    JobViews,
  ],
  exports: [FlagService],
})
export class FlagsModule {}
