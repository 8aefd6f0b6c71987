import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Day, Instant } from '../time.js';
import type { PointKind } from './point-kind.js';

@Entity('closure')
export class ClosureEntity {
  @IdPrimary() id: string;
  @DayColumn() startsOn: Day;
  @DayColumn() endsOn: Day;
  @TextColumn() reason: string;
  @TextColumn({ nullable: true }) pointKind: PointKind | null;
  @TextColumn({ nullable: true }) tag: string | null;
  @JsonColumn({ nullable: true }) municipalityCodes: string[] | null;
  @IdColumn({ nullable: true }) groupId: string | null;
  @TextColumn() searchText: string;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}
