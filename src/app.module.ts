import { type DynamicModule, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import type { Settings } from './platform/config/settings.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { SCHEMA } from './schema.js';

/** Composition only: which capabilities there are, and in which order the projections follow the ledger. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot(settings), DatabaseModule.forRoot(SCHEMA)],
      controllers: [HealthController],
    };
  }
}
