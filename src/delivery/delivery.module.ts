import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DistributionModule } from '../distribution/distribution.module.js';
import { PlacesModule } from '../places/places.module.js';
import { StockModule } from '../stock/stock.module.js';
import { AmendmentsController } from './amendments.controller.js';
import { Amendments } from './amendments.service.js';
import { BatchJourneyController } from './batch-journey.controller.js';
import { CancelBatch } from './cancel-batch.service.js';
import { CloseBatch } from './close-batch.service.js';
import { ConfirmationAnswers } from './confirmation-answers.service.js';
import { ConfirmationBooking } from './confirmation-booking.service.js';
import { ConfirmationService } from './confirmation.service.js';
import { ConfirmationStore } from './confirmation-store.service.js';
import { ConfirmationsController } from './confirmations.controller.js';
import { ConfirmDelivery } from './confirm-delivery.service.js';
import { CorrectConfirmation } from './correct-confirmation.service.js';
import { DeliveryReferences } from './delivery-references.service.js';
import { DeliveryScope } from './delivery-scope.service.js';
import { DiscrepanciesController } from './discrepancies.controller.js';
import { DiscrepancyReview } from './discrepancy-review.service.js';
import { DiscrepancyService } from './discrepancy.service.js';
import { DismissConfirmation } from './dismiss-confirmation.service.js';
import { DispatchBatch, LoadBatch } from './dispatch-batch.service.js';
import { HeldConfirmations } from './held-confirmations.service.js';
import { OpenConsignments } from './open-consignments.service.js';
import { PreferConfirmation } from './prefer-confirmation.service.js';
import { Rebookings } from './rebooking.service.js';
import { ReceiveConfirmation } from './receive-confirmation.service.js';
import { RejectedConfirmations } from './rejected-confirmations.service.js';
import { ResolveDiscrepancy } from './resolve-discrepancy.service.js';
import { Resolutions } from './resolutions.service.js';
import { StandingWords } from './standing-words.service.js';
import { SyncConfirmations } from './sync-confirmations.service.js';
import { TakeConfirmation } from './take-confirmation.service.js';
import { TakeFromTransit, Takings } from './take-from-transit.service.js';

/** What happens to consignments once they leave: confirmations, returns, losses, and the discrepancies between them. */
@Module({
  imports: [AccessModule, PlacesModule, StockModule, DistributionModule],
  controllers: [
    BatchJourneyController,
    ConfirmationsController,
    AmendmentsController,
    DiscrepanciesController,
  ],
  providers: [
    DeliveryReferences,
    DeliveryScope,
    OpenConsignments,
    ConfirmationStore,
    DiscrepancyReview,
    ConfirmationBooking,
    HeldConfirmations,
    LoadBatch,
    DispatchBatch,
    CloseBatch,
    CancelBatch,
    Takings,
    TakeFromTransit,
    ReceiveConfirmation,
    ConfirmationAnswers,
    TakeConfirmation,
    ConfirmDelivery,
    RejectedConfirmations,
    SyncConfirmations,
    Amendments,
    Rebookings,
    CorrectConfirmation,
    PreferConfirmation,
    DismissConfirmation,
    Resolutions,
    ResolveDiscrepancy,
    ConfirmationService,
    DiscrepancyService,
    StandingWords,
  ],
  exports: [
    StandingWords,
    ConfirmationService,
    DiscrepancyService,
    DispatchBatch,
    CloseBatch,
    CancelBatch,
    TakeFromTransit,
    ConfirmDelivery,
    SyncConfirmations,
    CorrectConfirmation,
    PreferConfirmation,
    DismissConfirmation,
    ResolveDiscrepancy,
  ],
})
export class DeliveryModule {}
