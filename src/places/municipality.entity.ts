import { Entity } from 'typeorm';
import { DecimalColumn, IdColumn, IdPrimary, TextColumn } from '../platform/database/columns.js';

/** One of the 161. Its population is a version of its own: see `MunicipalityPopulationEntity`. */
@Entity('municipality')
export class MunicipalityEntity {
  @IdPrimary() code: string;
  @IdColumn() districtCode: string;
  @TextColumn() nameLatn: string;
  @TextColumn() nameCyrl: string;
  @TextColumn() nameEn: string;
  @DecimalColumn({ name: 'area_km2' }) areaKm2: number;
  @DecimalColumn() latitude: number;
  @DecimalColumn() longitude: number;
  @TextColumn() sortKey: string;
}
