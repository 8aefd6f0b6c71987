import { Entity } from 'typeorm';
import type { Instant } from '../time.js';
import {
  IdColumn,
  InstantColumn,
  NumberPrimary,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Reservation } from './ledger.js';

/** An entry that reserves or releases pieces for a consignment: written once, by the ledger alone. */
@Entity('reservation')
export class ReservationEntity {
  @NumberPrimary() sequence: number;
  @IdColumn() id: string;
  @QuantityColumn() chainSequence: number;
  @TextColumn() kind: Reservation['kind'];
  @IdColumn() campaignId: string;
  @IdColumn() warehouseId: string;
  @IdColumn() lotId: string;
  @IdColumn() materialId: string;
  @IdColumn() batchId: string;
  @IdColumn() consignmentId: string;
  @IdColumn() deliveryPointId: string;
  @TextColumn() municipalityCode: string;
  @QuantityColumn() quantity: number;
  @TextColumn() causeKind: Reservation['cause']['kind'];
  @IdColumn() causeId: string;
  @IdColumn() actorId: string;
  @InstantColumn() recordedAt: Instant;
}
