import { FirstAdministratorLinkEntity } from './access/first-administrator-link.entity.js';
import { SessionEntity } from './access/session.entity.js';
import { TokenEntity } from './access/token.entity.js';
import { UserEntity } from './access/user.entity.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import {
  CampaignEntity,
  CampaignFunderEntity,
  CampaignMaterialEntity,
} from './campaigns/campaign.entity.js';
import {
  TargetRuleEntity,
  TargetRuleVersionEntity,
  TargetOverrideEntity,
} from './campaigns/target.entity.js';
import { CoverageCellEntity } from './coverage/coverage-cell.entity.js';
import { CoverageDayEntity } from './coverage/coverage-day.entity.js';
import { CoverageDeliveryEntity } from './coverage/coverage-delivery.entity.js';
import { CoveragePointEntity } from './coverage/coverage-point.entity.js';
import { CoverageTransitEntity } from './coverage/coverage-transit.entity.js';
import { ConfirmationAmendmentEntity } from './delivery/confirmation-amendment.entity.js';
import { ConfirmationEntity } from './delivery/confirmation.entity.js';
import { DiscrepancyEntity, DiscrepancyResolutionEntity } from './delivery/discrepancy.entity.js';
import { RejectedConfirmationEntity } from './delivery/rejected-confirmation.entity.js';
import { BatchEntity } from './distribution/batch.entity.js';
import { ConsignmentAssignmentEntity } from './distribution/consignment-assignment.entity.js';
import {
  ConsignmentLineEntity,
  ConsignmentLineLotEntity,
} from './distribution/consignment-line.entity.js';
import {
  PackageEntity,
  ConsignmentTrackingEntity,
} from './distribution/consignment-parcel.entity.js';
import { ConsignmentEntity } from './distribution/consignment.entity.js';
import { WaybillCounterEntity } from './distribution/waybill-counter.entity.js';
import { FlagEvaluationEntity } from './flags/flag-evaluation.entity.js';
import { FlagEventEntity } from './flags/flag-event.entity.js';
import { FlagRuleEntity } from './flags/flag-rule.entity.js';
import { FlagEntity } from './flags/flag.entity.js';
import { MaterialEntity } from './materials/material.entity.js';
import { Platform } from './migrations/0001-platform.js';
import { Access } from './migrations/0002-access.js';
import { Places } from './migrations/0003-places.js';
import { Campaigns } from './migrations/0004-campaigns.js';
import { Stock } from './migrations/0005-stock.js';
import { Distribution } from './migrations/0006-distribution.js';
import { Delivery } from './migrations/0007-delivery.js';
import { Coverage } from './migrations/0008-coverage.js';
import { Flags } from './migrations/0009-flags.js';
import { Jobs } from './migrations/0010-jobs.js';
import { BatchSteps } from './migrations/0011-batch-steps.js';
import { ClosureEntity } from './places/closure.entity.js';
import { DeliveryPointEntity } from './places/delivery-point.entity.js';
import { DistrictEntity } from './places/district.entity.js';
import { MunicipalityPopulationEntity } from './places/municipality-population.entity.js';
import { MunicipalityEntity } from './places/municipality.entity.js';
import { PlaceGroupEntity } from './places/place-group.entity.js';
import { RegionEntity } from './places/region.entity.js';
import { RegisterLoadEntity } from './places/register-load.entity.js';
import { WarehouseEntity } from './places/warehouse.entity.js';
import { CommandEntity } from './platform/database/command.entity.js';
import type { Schema } from './platform/database/data-source.js';
import { JobRunEntity, JobScheduleEntity } from './platform/jobs/job-run.entity.js';
import { BalanceEntity } from './stock/balance.entity.js';
import { ChainHeadEntity } from './stock/chain-head.entity.js';
import { IssueEntity, IssueLineEntity } from './stock/issue.entity.js';
import { LotEntity, LotFundingEntity, LotStateChangeEntity } from './stock/lot.entity.js';
import { MovementEntity } from './stock/movement.entity.js';
import { PrintOrderEntity } from './stock/print-order.entity.js';
import { ReceiptEntity } from './stock/receipt.entity.js';
import { ReservationEntity } from './stock/reservation.entity.js';
import { ReversalEntity } from './stock/reversal.entity.js';

/** All tables: the entities that describe them and the migrations that make them, in their order. */
export const SCHEMA: Schema = {
  entities: [
    CommandEntity,
    JobRunEntity,
    JobScheduleEntity,
    FirstAdministratorLinkEntity,
    SessionEntity,
    TokenEntity,
    UserEntity,
    AuditEntryEntity,
    ClosureEntity,
    DeliveryPointEntity,
    DistrictEntity,
    MunicipalityPopulationEntity,
    MunicipalityEntity,
    PlaceGroupEntity,
    RegionEntity,
    RegisterLoadEntity,
    WarehouseEntity,
    MaterialEntity,
    CampaignEntity,
    CampaignFunderEntity,
    CampaignMaterialEntity,
    TargetRuleEntity,
    TargetRuleVersionEntity,
    TargetOverrideEntity,
    BalanceEntity,
    ChainHeadEntity,
    IssueEntity,
    IssueLineEntity,
    LotEntity,
    LotFundingEntity,
    LotStateChangeEntity,
    MovementEntity,
    PrintOrderEntity,
    ReceiptEntity,
    ReservationEntity,
    ReversalEntity,
    BatchEntity,
    ConsignmentAssignmentEntity,
    ConsignmentLineEntity,
    ConsignmentLineLotEntity,
    PackageEntity,
    ConsignmentTrackingEntity,
    ConsignmentEntity,
    WaybillCounterEntity,
    ConfirmationAmendmentEntity,
    ConfirmationEntity,
    DiscrepancyEntity,
    DiscrepancyResolutionEntity,
    RejectedConfirmationEntity,
    CoverageCellEntity,
    CoverageDayEntity,
    CoverageDeliveryEntity,
    CoveragePointEntity,
    CoverageTransitEntity,
    FlagEvaluationEntity,
    FlagEventEntity,
    FlagRuleEntity,
    FlagEntity,
  ],
  migrations: [
    Platform,
    Access,
    Places,
    Campaigns,
    Stock,
    Distribution,
    Delivery,
    Coverage,
    Flags,
    Jobs,
    BatchSteps,
  ],
};
