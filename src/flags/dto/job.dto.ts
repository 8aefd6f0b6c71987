import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsId, IsMoment } from '../../platform/http/validation.js';
import { RUN_OUTCOMES, type RunOutcome } from '../../platform/jobs/job.js';

/** Runs a job by hand. */
export class RunJobDto {
  /** Of the run that it makes. */
  @IsId({ optional: true }) id?: string;
  /** The same as `id`. */
  @IsId({ optional: true }) commandId?: string;
  /** The moment to judge; now where absent. A date means the end of that day. For a moment before the last check it only reports. */
  @IsMoment({ optional: true }) asOf?: string;
}

/** A run on record. */
export class JobRunDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example coverage-check */
  job: string;
  /** What the clock in Belgrade showed when it was due; null: by hand. */
  @ApiProperty({ type: String, nullable: true, example: '2026-03-01T03:00:00' })
  dueLocal: string | null;
  /** The moment that it judged. */
  @ApiProperty({ format: 'date-time' })
  dueAt: string;
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  finishedAt: string | null;
  /** How long it took. */
  @ApiProperty({ type: Number, nullable: true, example: 140 })
  tookMs: number | null;
  @ApiProperty({ enum: RUN_OUTCOMES })
  outcome: RunOutcome;
  /** Flags raised; would be raised, where it only reports. */
  raised: number;
  /** Flags that stay open. */
  kept: number;
  resolved: number;
  escalated: number;
  /** Whether it changed nothing, since a later moment was judged already. */
  reportOnly: boolean;
  @ApiProperty({ type: String, nullable: true })
  error: string | null;
  /** Who ran it by hand. */
  @ApiProperty({ type: String, nullable: true })
  actorId: string | null;
}

/** A job, its schedule, and its last and next runs. */
export class JobDto {
  /** @example coverage-check */
  name: string;
  /**
   * Five fields, or six with seconds first.
   * @example 0 3 * * *
   */
  cron: string;
  /** @example Europe/Belgrade */
  timeZone: string;
  /** Whether the schedule is on here. */
  scheduled: boolean;
  @ApiProperty({ type: JobRunDto, nullable: true })
  lastRun: JobRunDto | null;
  /** Empty where the schedule is off. */
  @ApiProperty({ type: String, isArray: true, example: ['2026-03-02T02:00:00.000Z'] })
  nextRuns: string[];
}

export class JobPageDto {
  items: JobDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class JobRunQuery extends PageQuery {}

export class JobRunPageDto {
  items: JobRunDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
