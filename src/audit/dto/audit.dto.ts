import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsDay, IsId, IsOneOf } from '../../platform/http/validation.js';
import { AUDIT_OUTCOMES, type AuditOutcome } from '../audit-entry.js';

/** Who did what, when, and from where. */
export class AuditEntryDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example 2026-03-01T09:00:00.000Z */
  recordedAt: string;
  /** `refused`: a sign-in that failed, or something that the person may not do. */
  @ApiProperty({ enum: AUDIT_OUTCOMES })
  outcome: AuditOutcome;
  /** Null: nobody was signed in. */
  @ApiProperty({ type: String, nullable: true, example: '01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e' })
  actorId: string | null;
  /** @example POST */
  method: string;
  /** @example /api/v1/batches/:id/dispatch */
  route: string;
  /** Ids and codes in the path, the id of what was made, the account that somebody tried to sign in to. */
  @ApiProperty({ type: [String], example: ['01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e'] })
  subjectIds: string[];
  /** @example 198.51.100.7 */
  ip: string;
  /** @example 201 */
  status: number;
}

export class AuditQuery extends PageQuery {
  /** Only what this person did. */
  @IsId({ optional: true }) actor?: string;
  @IsOneOf(AUDIT_OUTCOMES, { optional: true }) outcome?: AuditOutcome;
  /** From the beginning of this day in Belgrade. */
  @IsDay({ optional: true }) from?: string;
  /** To the end of this day in Belgrade. */
  @IsDay({ optional: true }) to?: string;
}

export class AuditPageDto {
  items: AuditEntryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
