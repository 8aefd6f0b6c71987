import { Entity } from 'typeorm';
import {
  IdColumn,
  IdPrimary,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { ConfirmedLine } from './confirmation.js';

/**
 * What a coordinator did to a confirmation. Its id is the cause of what was then booked in the confirmation's name, so
 * that all of it is found again when it has to be reversed.
 */
@Entity('confirmation_amendment')
export class ConfirmationAmendmentEntity {
  @IdPrimary() id: string;
  @IdColumn() confirmationId: string;
  @TextColumn() kind: 'correct' | 'prefer' | 'dismiss' | 'resolve';
  @TextColumn() reason: string;
  @JsonColumn({ nullable: true }) lines: ConfirmedLine[] | null;
  @IdColumn() actorId: string;
  @InstantColumn() recordedAt: Instant;
}
