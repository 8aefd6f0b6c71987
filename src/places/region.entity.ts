import { Entity } from 'typeorm';
import { IdPrimary, TextColumn } from '../platform/database/columns.js';

@Entity('region')
export class RegionEntity {
  @IdPrimary() code: string;
  @TextColumn() nameLatn: string;
  @TextColumn() nameCyrl: string;
  @TextColumn() nameEn: string;
  @TextColumn() sortKey: string;
}
