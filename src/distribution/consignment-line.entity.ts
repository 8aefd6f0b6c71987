import { Entity } from 'typeorm';
import { IdPrimary, IntegerColumn, QuantityColumn } from '../platform/database/columns.js';

/** One material of a consignment: what is meant to go, and, once sent, where it is. Pieces. */
@Entity('consignment_line')
export class ConsignmentLineEntity {
  @IdPrimary() consignmentId: string;
  @IdPrimary() materialId: string;
  @IntegerColumn() position: number;
  @QuantityColumn() quantity: number;
  @QuantityColumn() sent: number;
  @QuantityColumn() delivered: number;
  @QuantityColumn() damaged: number;
  @QuantityColumn() missing: number;
  @QuantityColumn() refused: number;
  @QuantityColumn() returned: number;
  @QuantityColumn() lost: number;
  @QuantityColumn() surplus: number;
}

/** Which print runs a line takes its pieces from, in the order in which they are drawn; frozen at dispatch. */
@Entity('consignment_line_lot')
export class ConsignmentLineLotEntity {
  @IdPrimary() consignmentId: string;
  @IdPrimary() materialId: string;
  @IdPrimary() lotId: string;
  @IntegerColumn() position: number;
  @QuantityColumn() quantity: number;
}
