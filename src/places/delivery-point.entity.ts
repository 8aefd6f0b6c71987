import { Entity } from 'typeorm';
import {
  DecimalColumn,
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { Contact } from './contact.js';
import type { PointKind } from './point-kind.js';

@Entity('delivery_point')
export class DeliveryPointEntity {
  @IdPrimary() id: string;
  @TextColumn({ nullable: true }) code: string | null;
  @TextColumn() name: string;
  @TextColumn() kind: PointKind;
  @JsonColumn() tags: string[];
  @IdColumn() municipalityCode: string;
  @TextColumn({ nullable: true }) settlement: string | null;
  @TextColumn() address: string;
  @TextColumn({ nullable: true }) postcode: string | null;
  @DecimalColumn({ nullable: true }) latitude: number | null;
  @DecimalColumn({ nullable: true }) longitude: number | null;
  @JsonColumn({ nullable: true }) contact: Contact | null;
  @QuantityColumn({ nullable: true }) audience: number | null;
  @TextColumn({ nullable: true }) hours: string | null;
  @TextColumn({ nullable: true }) note: string | null;
  @FlagColumn() active: boolean;
  @FlagColumn() confidential: boolean;
  @TextColumn() searchText: string;
  @TextColumn() sortKey: string;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}
