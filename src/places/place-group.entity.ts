import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Day, Instant } from '../time.js';

@Entity('place_group')
export class PlaceGroupEntity {
  @IdPrimary() id: string;
  @TextColumn() name: string;
  @TextColumn() source: string;
  @DayColumn() validOn: Day;
  @JsonColumn() municipalityCodes: string[];
  @FlagColumn() active: boolean;
  @TextColumn() searchText: string;
  @TextColumn() sortKey: string;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}
