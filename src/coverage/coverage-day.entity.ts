import { Entity } from 'typeorm';
import { DayColumn, IdPrimary, QuantityColumn } from '../platform/database/columns.js';
import type { Day } from '../time.js';

/** What happened with one print run on one day (in Belgrade) in one municipality. Pieces, corrections taken off. */
@Entity('coverage_day')
export class CoverageDayEntity {
  @IdPrimary() campaignId: string;
  @IdPrimary() day: Day;
  @IdPrimary() municipalityCode: string;
  @IdPrimary() materialId: string;
  @IdPrimary() lotId: string;
  /** The Monday of its ISO week. */
  @DayColumn() week: Day;
  @QuantityColumn() dispatched: number;
  @QuantityColumn() delivered: number;
  @QuantityColumn() damaged: number;
  @QuantityColumn() lost: number;
}
