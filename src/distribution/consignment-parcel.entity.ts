import { Entity } from 'typeorm';
import { IdColumn, IdPrimary, IntegerColumn } from '../platform/database/columns.js';

/** One package of a consignment: "2 of 3". */
@Entity('package')
export class PackageEntity {
  @IdPrimary() id: string;
  @IdColumn() consignmentId: string;
  @IntegerColumn() number: number;
}

/** A number under which the carrier knows the consignment, or a part of it. */
@Entity('consignment_tracking')
export class ConsignmentTrackingEntity {
  @IdPrimary() consignmentId: string;
  @IntegerColumn() position: number;
  @IdPrimary() trackingNumber: string;
}
