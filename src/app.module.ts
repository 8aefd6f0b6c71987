import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CampaignsModule } from './campaigns/campaigns.module.js';
import { CoverageModule } from './coverage/coverage.module.js';
import { CoverageProjection } from './coverage/coverage.projection.js';
import { ReplayCoverage } from './coverage/replay-coverage.check.js';
import { DELIVERY_CHECKS } from './delivery/consignment.check.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DistributionModule } from './distribution/distribution.module.js';
import { FlagsModule } from './flags/flags.module.js';
import { HealthController } from './health.controller.js';
import { MaterialsModule } from './materials/materials.module.js';
import { PlacesModule } from './places/places.module.js';
import type { Clock } from './platform/clock/clock.js';
import type { Settings } from './platform/config/settings.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { SCHEMA } from './schema.js';
import { INVARIANT_CHECKS, type InvariantCheck } from './stock/invariant.check.js';
import { MOVEMENT_PROJECTIONS, type MovementProjection } from './stock/movement.projection.js';
import { StockModule } from './stock/stock.module.js';

/** What rooms to the right bring to the ledger on their left. */
@Global()
@Module({
  imports: [CoverageModule],
  providers: [
    {
      provide: MOVEMENT_PROJECTIONS,
      inject: [CoverageProjection],
      // In this order they follow the ledger.
      useFactory: (...projections: MovementProjection[]) => projections,
    },
    {
      provide: INVARIANT_CHECKS,
      inject: [ReplayCoverage],
      useFactory: (...checks: InvariantCheck[]) => [...DELIVERY_CHECKS, ...checks],
    },
  ],
  exports: [MOVEMENT_PROJECTIONS, INVARIANT_CHECKS],
})
class ContributionsModule {}

/** Composition only: which capabilities there are, and in which order the projections follow the ledger. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(settings, clock),
        DatabaseModule.forRoot(SCHEMA),
        ContributionsModule,
        AccessModule,
        AuditModule,
        PlacesModule,
        MaterialsModule,
        CampaignsModule,
        StockModule,
        DistributionModule,
        DeliveryModule,
        CoverageModule,
        FlagsModule,
        DemoModule,
      ],
      controllers: [HealthController],
    };
  }
}
