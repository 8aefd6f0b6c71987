import { Entity } from 'typeorm';
import {
  DecimalColumn,
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { Contact } from './contact.js';
import type { WarehouseKind } from './point-kind.js';

@Entity('warehouse')
export class WarehouseEntity {
  @IdPrimary() id: string;
  @TextColumn() name: string;
  @TextColumn() kind: WarehouseKind;
  @IdColumn() municipalityCode: string;
  @DecimalColumn({ nullable: true }) latitude: number | null;
  @DecimalColumn({ nullable: true }) longitude: number | null;
  @JsonColumn({ nullable: true }) contact: Contact | null;
  @JsonColumn() keeperIds: string[];
  @FlagColumn() active: boolean;
  @TextColumn() searchText: string;
  @TextColumn() sortKey: string;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}
