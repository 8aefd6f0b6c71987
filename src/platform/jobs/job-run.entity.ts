import { Entity } from 'typeorm';
import type { Instant } from '../../time.js';
import {
  FlagColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../database/columns.js';
import type { RunOutcome } from './job.js';

@Entity('job_run')
export class JobRunEntity {
  @IdPrimary() id: string;
  @TextColumn() job: string;
  /** What the clock on the wall showed when it was due; null: by hand. */
  @TextColumn({ nullable: true }) dueLocal: string | null;
  @InstantColumn() dueAt: Instant;
  @InstantColumn() startedAt: Instant;
  @InstantColumn({ nullable: true }) finishedAt: Instant | null;
  @TextColumn() outcome: RunOutcome;
  @IntegerColumn() raised: number;
  @IntegerColumn() kept: number;
  @IntegerColumn() resolved: number;
  @IntegerColumn() escalated: number;
  @FlagColumn() reportOnly: boolean;
  @TextColumn({ nullable: true }) error: string | null;
  @IdColumn({ nullable: true }) actorId: string | null;
  /** The instance that runs it. */
  @TextColumn() owner: string;
  @InstantColumn({ nullable: true }) leaseUntil: Instant | null;
}

/** Since when a job is scheduled here: what was due before is no missed run. */
@Entity('job_schedule')
export class JobScheduleEntity {
  @IdPrimary() job: string;
  @InstantColumn() since: Instant;
}
