import { Entity } from 'typeorm';
import {
  DecimalColumn,
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { MaterialKind } from './material.js';

@Entity('material')
export class MaterialEntity {
  @IdPrimary() id: string;
  @TextColumn() code: string;
  /** What codes are compared by: they differ in more than the case of their letters. */
  @TextColumn() codeKey: string;
  @TextColumn() name: string;
  @TextColumn() kind: MaterialKind;
  @TextColumn() unit: string;
  @QuantityColumn() packSize: number;
  @DecimalColumn() weightGrams: number;
  @DecimalColumn({ name: 'volume_cm3' }) volumeCm3: number;
  @TextColumn() language: string;
  @IdColumn({ nullable: true }) variantOf: string | null;
  @FlagColumn() active: boolean;
  @TextColumn() searchText: string;
  @TextColumn() sortKey: string;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}
