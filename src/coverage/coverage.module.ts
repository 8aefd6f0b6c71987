import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { DistributionModule } from '../distribution/distribution.module.js';
import { NEED_SOURCE, type NeedSource } from '../distribution/need.js';
import { OpenShipments } from '../distribution/open-shipments.service.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { PlacesModule } from '../places/places.module.js';
import { LedgerSums } from '../stock/ledger-sums.service.js';
import { CoverageCells } from './coverage-cells.service.js';
import { CoverageMapController } from './coverage-map.controller.js';
import { MunicipalityOutlines } from './coverage-map.service.js';
import { CoverageMoments } from './coverage-moment.service.js';
import { CoveragePoints } from './coverage-points.service.js';
import { CoverageScopes } from './coverage-scope.service.js';
import { CoverageSummaries } from './coverage-summary.service.js';
import { CoverageTimelines } from './coverage-timeline.service.js';
import { CoverageTransits } from './coverage-transits.service.js';
import { CoverageViews } from './coverage-views.service.js';
import { CoverageController, DistributionListController } from './coverage.controller.js';
import { CoverageProjection } from './coverage.projection.js';
import { CoverageService } from './coverage.service.js';
import { DistributionLists } from './distribution-list.service.js';
import { PointArrivals } from './point-arrivals.service.js';
import { ReplayCoverage } from './replay-coverage.check.js';

/** Which part of the country the campaign has reached, and what is on its way to the rest. */
@Module({
  imports: [PlacesModule, MaterialsModule, CampaignsModule, DistributionModule, DeliveryModule],
  controllers: [CoverageController, DistributionListController, CoverageMapController],
  providers: [
    LedgerSums,
    OpenShipments,
    CoverageProjection,
    CoverageMoments,
    CoverageScopes,
    CoverageTransits,
    CoverageCells,
    CoveragePoints,
    CoverageService,
    CoverageViews,
    CoverageSummaries,
    CoverageTimelines,
    MunicipalityOutlines,
    PointArrivals,
    DistributionLists,
    ReplayCoverage,
    {
      provide: NEED_SOURCE,
      inject: [CoverageService],
      useFactory:
        (coverage: CoverageService): NeedSource =>
        (tx, campaignId, materialIds) =>
          coverage.needs(tx, campaignId, materialIds),
    },
  ],
  exports: [
    CoverageProjection,
    CoverageService,
    CoverageMoments,
    CoverageTransits,
    ReplayCoverage,
    NEED_SOURCE,
  ],
})
export class CoverageModule {}
