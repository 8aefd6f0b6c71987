import { Entity } from 'typeorm';
import { IdPrimary, InstantColumn, QuantityColumn } from '../platform/database/columns.js';
import type { Instant } from '../time.js';

/** What of one print run is planned for, on its way to, and delivered in one municipality. Pieces. */
@Entity('coverage_cell')
export class CoverageCellEntity {
  @IdPrimary() campaignId: string;
  @IdPrimary() municipalityCode: string;
  @IdPrimary() materialId: string;
  @IdPrimary() lotId: string;
  @QuantityColumn() planned: number;
  @QuantityColumn() inTransit: number;
  @QuantityColumn() delivered: number;
  @QuantityColumn() damaged: number;
  @QuantityColumn() lost: number;
  @InstantColumn({ nullable: true }) firstDeliveredAt: Instant | null;
  @InstantColumn({ nullable: true }) lastDeliveredAt: Instant | null;
}
