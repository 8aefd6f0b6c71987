import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { PlacesModule } from '../places/places.module.js';
import { BookIssue } from './book-issue.service.js';
import { ChangeLotState } from './change-lot-state.service.js';
import { IssueStock } from './issue-stock.service.js';
import { IssueService } from './issue.service.js';
import { IssuesController } from './issues.controller.js';
import { Ledger } from './ledger.service.js';
import { LotAccountService } from './lot-account.service.js';
import { LotTraceService } from './lot-trace.service.js';
import { LotService } from './lot.service.js';
import { LotsController } from './lots.controller.js';
import { MovementsController } from './movements.controller.js';
import { PrintOrderService } from './print-order.service.js';
import { PrintOrdersController } from './print-orders.controller.js';
import { RebuildService } from './rebuild.service.js';
import { ReceiptService } from './receipt.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiveStock } from './receive-stock.service.js';
import { ReverseMovement } from './reverse-movement.service.js';
import { StockBalanceService } from './stock-balance.service.js';
import { StockCardService } from './stock-card.service.js';
import { StockFacts } from './stock-facts.service.js';
import { StockFigures } from './stock-figures.service.js';
import { StockReferences } from './stock-references.service.js';
import { StockVisibility } from './stock-visibility.service.js';
import { StockController } from './stock.controller.js';
import { VerifyController } from './verify.controller.js';
import { VerifyService } from './verify.service.js';

/**
 * The stock ledger, and what is done with stock where it lies. The composition of the application provides, for all modules,
 * `MOVEMENT_PROJECTIONS` and `INVARIANT_CHECKS`.
 */
@Module({
  imports: [PlacesModule, MaterialsModule, CampaignsModule],
  controllers: [
    StockController,
    ReceiptsController,
    IssuesController,
    MovementsController,
    LotsController,
    PrintOrdersController,
    VerifyController,
  ],
  providers: [
    Ledger,
    LotService,
    LotAccountService,
    LotTraceService,
    ChangeLotState,
    PrintOrderService,
    ReceiveStock,
    ReceiptService,
    IssueStock,
    BookIssue,
    IssueService,
    ReverseMovement,
    StockBalanceService,
    StockCardService,
    StockFacts,
    StockFigures,
    StockReferences,
    StockVisibility,
    VerifyService,
    RebuildService,
  ],
  exports: [Ledger, LotService, StockFigures, VerifyService, RebuildService],
})
export class StockModule {}
