import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { PlacesModule } from '../places/places.module.js';
import { PaperPress } from '../platform/paper/paper-press.js';
import { StockModule } from '../stock/stock.module.js';
import { AssignBatchService } from './assign-batch.service.js';
import { Assignments } from './assignments.service.js';
import { BatchCommands } from './batch-command.service.js';
import { BatchCommandsController } from './batch-commands.controller.js';
import { BatchPaperController } from './batch-paper.controller.js';
import { BatchService } from './batch.service.js';
import { BatchesController } from './batches.controller.js';
import { ConsignmentService } from './consignment.service.js';
import { ConsignmentsController } from './consignments.controller.js';
import { DistributionReferences } from './distribution-references.service.js';
import { DraftBatchService } from './draft-batch.service.js';
import { DraftConsignments } from './draft-consignments.service.js';
import { DraftContent } from './draft-content.service.js';
import { DraftReferences } from './draft-references.service.js';
import { FillBatchService } from './fill-batch.service.js';
import { PackBatchService } from './pack-batch.service.js';
import { PaperContents } from './paper-contents.service.js';
import { PaperReferences } from './paper-references.service.js';
import { PlanBatchService } from './plan-batch.service.js';
import { PointChoice } from './point-choice.service.js';
import { PrintLabelsService } from './print-labels.service.js';
import { PrintWaybillsService } from './print-waybills.service.js';
import { ShipmentScope } from './shipment-scope.service.js';
import { ShipmentViews } from './shipment-views.service.js';
import { Shipments } from './shipments.service.js';
import { TrackConsignmentService } from './track-consignment.service.js';
import { TrackingNumbers } from './tracking-numbers.service.js';
import { UnplanBatchService } from './unplan-batch.service.js';

/** What is to go where: batches and consignments up to the moment at which they leave. */
@Module({
  imports: [AccessModule, PlacesModule, MaterialsModule, CampaignsModule, StockModule],
  controllers: [
    BatchesController,
    BatchCommandsController,
    BatchPaperController,
    ConsignmentsController,
  ],
  providers: [
    Shipments,
    ShipmentScope,
    ShipmentViews,
    BatchCommands,
    BatchService,
    DraftBatchService,
    DraftContent,
    DraftConsignments,
    DraftReferences,
    Assignments,
    PointChoice,
    TrackingNumbers,
    FillBatchService,
    PlanBatchService,
    UnplanBatchService,
    PackBatchService,
    AssignBatchService,
    TrackConsignmentService,
    ConsignmentService,
    DistributionReferences,
    PaperReferences,
    PaperContents,
    PaperPress,
    PrintWaybillsService,
    PrintLabelsService,
  ],
  exports: [
    Shipments,
    ShipmentScope,
    ShipmentViews,
    BatchCommands,
    DraftBatchService,
    FillBatchService,
    PlanBatchService,
    UnplanBatchService,
    PackBatchService,
    AssignBatchService,
    TrackConsignmentService,
    ConsignmentService,
    BatchService,
  ],
})
export class DistributionModule {}
