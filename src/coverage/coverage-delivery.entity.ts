import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** One movement that brought pieces to a point or into people's hands; what was reversed of it is taken off. */
@Entity('coverage_delivery')
export class CoverageDeliveryEntity {
  @IdPrimary() movementId: string;
  @IdColumn() campaignId: string;
  @TextColumn() municipalityCode: string;
  @IdColumn() materialId: string;
  @IdColumn() lotId: string;
  /** Null: handed out, without a single recipient. */
  @IdColumn({ nullable: true }) deliveryPointId: string | null;
  /** Null: an issue, which is `causeId` then. */
  @IdColumn({ nullable: true }) consignmentId: string | null;
  @IdColumn() causeId: string;
  @InstantColumn() occurredAt: Instant;
  @QuantityColumn() quantity: number;
}
