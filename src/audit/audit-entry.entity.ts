import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { AuditOutcome } from './audit-entry.js';

@Entity('audit_entry')
export class AuditEntryEntity {
  @IdPrimary() id: string;
  @InstantColumn() recordedAt: Instant;
  @TextColumn() outcome: AuditOutcome;
  @IdColumn({ nullable: true }) actorId: string | null;
  @TextColumn() method: string;
  @TextColumn() route: string;
  @JsonColumn() subjectIds: string[];
  @TextColumn() ip: string;
  @IntegerColumn() status: number;
}
