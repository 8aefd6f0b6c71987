import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsId, IsMoment, IsOneOf, IsText } from '../../platform/http/validation.js';
import { FLAG_EVENT_KINDS, type FlagEventKind } from '../flag-event.js';
import {
  FLAG_COMMANDS,
  FLAG_STATES,
  RESOLUTIONS,
  type FlagCommand,
  type FlagState,
  type Resolution,
} from '../flag-life.js';
import { FLAG_KINDS, SEVERITIES, type FlagKind, type Severity } from '../rules.js';

const WORDS = { max: 2_000, example: 'Courier called, arrives on Monday.' };
const nullableId = { type: String, nullable: true } as const;
const nullableInstant = { type: String, nullable: true, format: 'date-time' } as const;

/** Somebody has seen it and is on it. */
export class AcknowledgeFlagDto {
  @IsId({ optional: true }) commandId?: string;
  @IsText(WORDS) note: string;
  /** Until when; then it is open again. A date means the end of that day. */
  @IsMoment({ optional: true }) until?: string;
}

/** It needs no more attention. It is not raised again until its cause was once gone. */
export class ResolveFlagDto {
  @IsId({ optional: true }) commandId?: string;
  @IsText(WORDS) reason: string;
}

/** Undoes a resolution by hand. */
export class ReopenFlagDto {
  @IsId({ optional: true }) commandId?: string;
}

/** Whose it is. */
export class AssignFlagDto {
  @IsId({ optional: true }) commandId?: string;
  /** A coordinator or administrator. */
  @IsId() userId: string;
}

/** What a scheduled check found, and what was done about it. */
export class FlagDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  @ApiProperty({ enum: FLAG_KINDS })
  rule: FlagKind;
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  ruleId: string;
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  campaignId: string;
  @ApiProperty({ type: String, nullable: true, example: '70432' })
  municipalityCode: string | null;
  @ApiProperty(nullableId)
  materialId: string | null;
  @ApiProperty(nullableId)
  consignmentId: string | null;
  /** The batch that the consignment travels in. */
  @ApiProperty(nullableId)
  batchId: string | null;
  @ApiProperty(nullableId)
  warehouseId: string | null;
  @ApiProperty({ enum: FLAG_STATES })
  state: FlagState;
  @ApiProperty({ enum: SEVERITIES })
  severity: Severity;
  /**
   * What was found, in a sentence.
   * @example Čačak: nothing has been delivered 30 days after the campaign's start.
   */
  message: string;
  /** The figures behind it, as of the latest check. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'number' }, { type: 'string' }] },
    example: { days: 30, startsOn: '2026-03-01', target: 216 },
  })
  details: Record<string, number | string>;
  /** The moment of the check that found it. */
  @ApiProperty({ format: 'date-time' })
  raisedAt: string;
  /** When it last became open. */
  @ApiProperty({ format: 'date-time' })
  openedAt: string;
  @ApiProperty(nullableInstant)
  acknowledgedAt: string | null;
  @ApiProperty(nullableId)
  acknowledgedBy: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Ana Anić' })
  acknowledgedByName: string | null;
  @ApiProperty(nullableInstant)
  acknowledgedUntil: string | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty(nullableId)
  assigneeId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Ana Anić' })
  assigneeName: string | null;
  @ApiProperty(nullableInstant)
  escalatedAt: string | null;
  @ApiProperty(nullableInstant)
  resolvedAt: string | null;
  /** Null where it was resolved by a check. */
  @ApiProperty(nullableId)
  resolvedBy: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Ana Anić' })
  resolvedByName: string | null;
  @ApiProperty({ enum: RESOLUTIONS, nullable: true })
  resolution: Resolution | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** Of one resolved by hand: when a check first found its cause gone. */
  @ApiProperty(nullableInstant)
  causeGoneAt: string | null;
  /** The last flag about the same, where its cause came back. */
  @ApiProperty(nullableId)
  previousFlagId: string | null;
  /** What may be done with it now. */
  @ApiProperty({ enum: FLAG_COMMANDS, isArray: true })
  allowed: FlagCommand[];
}

/** One step of a flag's life. */
export class FlagEventDto {
  @ApiProperty({ enum: FLAG_EVENT_KINDS })
  kind: FlagEventKind;
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  @ApiProperty({ format: 'date-time' })
  recordedAt: string;
  /** Null: a check. */
  @ApiProperty(nullableId)
  actorId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Ana Anić' })
  actorName: string | null;
  /** The run of the job that took the step. */
  @ApiProperty(nullableId)
  runId: string | null;
  /** What was said with it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  told: object;
  /** Of `assigned`: whose it became. */
  @ApiProperty({ type: String, nullable: true, example: 'Ana Anić' })
  assigneeName: string | null;
}

/** A flag with its history, the oldest step first. */
export class FlagWithHistoryDto extends FlagDto {
  history: FlagEventDto[];
}

export class FlagQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsOneOf(FLAG_STATES, { optional: true }) state?: FlagState;
  @IsOneOf(FLAG_KINDS, { optional: true }) rule?: FlagKind;
  @IsOneOf(SEVERITIES, { optional: true }) severity?: Severity;
  /** A statistical region (`RS12`). */
  @IsText({ max: 10, optional: true, example: 'RS12' }) region?: string;
  /** The code of a municipality. */
  @IsText({ max: 10, optional: true, example: '70432' }) municipality?: string;
  /** A place group. */
  @IsId({ optional: true }) group?: string;
  @IsId({ optional: true }) material?: string;
  /** Whose they are: a person's id, `me`, or `none` for those that nobody was assigned. */
  @IsText({ max: 36, optional: true, example: 'me' }) assignee?: string;
}

export class FlagPageDto {
  items: FlagDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
  /** The latest moment for which the checks judged the campaign asked for, else any campaign. */
  @ApiProperty(nullableInstant)
  lastCheckedAt: string | null;
}
