import { Entity } from 'typeorm';
import { IdColumn, IdPrimary, InstantColumn } from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** Who is, or was, to hand the consignment over. At most one assignment of a consignment has no end. */
@Entity('consignment_assignment')
export class ConsignmentAssignmentEntity {
  @IdPrimary() id: string;
  @IdColumn() consignmentId: string;
  @IdColumn() userId: string;
  @InstantColumn() fromAt: Instant;
  @InstantColumn({ nullable: true }) untilAt: Instant | null;
  @IdColumn() assignedBy: string;
}
