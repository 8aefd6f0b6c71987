import { Module } from '@nestjs/common';
import { MaterialService } from './material.service.js';
import { MaterialsController } from './materials.controller.js';

/** What is distributed, in which language. */
@Module({
  controllers: [MaterialsController],
  providers: [MaterialService],
  exports: [MaterialService],
})
export class MaterialsModule {}
