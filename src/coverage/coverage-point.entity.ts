import { Entity } from 'typeorm';
import { IdPrimary, QuantityColumn, TextColumn } from '../platform/database/columns.js';

/** What of one print run is planned for and delivered at one delivery point. Pieces. */
@Entity('coverage_point')
export class CoveragePointEntity {
  @IdPrimary() campaignId: string;
  @IdPrimary() deliveryPointId: string;
  @IdPrimary() materialId: string;
  @IdPrimary() lotId: string;
  @TextColumn() municipalityCode: string;
  @QuantityColumn() planned: number;
  @QuantityColumn() delivered: number;
}
