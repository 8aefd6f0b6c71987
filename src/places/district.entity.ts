import { Entity } from 'typeorm';
import { IdColumn, IdPrimary, TextColumn } from '../platform/database/columns.js';

@Entity('district')
export class DistrictEntity {
  @IdPrimary() code: string;
  @IdColumn() regionCode: string;
  @TextColumn() nameLatn: string;
  @TextColumn() nameCyrl: string;
  @TextColumn() nameEn: string;
  @TextColumn() sortKey: string;
}
