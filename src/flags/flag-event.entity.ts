import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { FlagEventKind, FlagEventTold } from './flag-event.js';

/** Who did what to a flag, and when; a run where it was nobody. */
@Entity('flag_event')
export class FlagEventEntity {
  @IdPrimary() id: string;
  @IdColumn() flagId: string;
  @TextColumn() kind: FlagEventKind;
  @InstantColumn() occurredAt: Instant;
  @InstantColumn() recordedAt: Instant;
  @IdColumn({ nullable: true }) actorId: string | null;
  @IdColumn({ nullable: true }) runId: string | null;
  @JsonColumn() told: FlagEventTold;
}
