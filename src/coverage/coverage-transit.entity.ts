import { Entity } from 'typeorm';
import { IdColumn, IdPrimary, QuantityColumn } from '../platform/database/columns.js';

/** What of one line of a consignment is in transit, refused pieces included. Those with pieces are found by an index. */
@Entity('coverage_transit')
export class CoverageTransitEntity {
  @IdPrimary() consignmentId: string;
  @IdPrimary() materialId: string;
  @IdColumn() campaignId: string;
  @QuantityColumn() inTransit: number;
}
