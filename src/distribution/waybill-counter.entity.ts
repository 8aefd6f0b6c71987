import { Entity } from 'typeorm';
import { IntegerColumn, NumberPrimary } from '../platform/database/columns.js';

/** The last waybill number given out in a year. */
@Entity('waybill_counter')
export class WaybillCounterEntity {
  @NumberPrimary() year: number;
  @IntegerColumn() lastNumber: number;
}
