import { Entity } from 'typeorm';
import type { Role } from '../access/actor.js';
import {
  DecimalColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type {
  ConfirmationKind,
  ConfirmationSource,
  ConfirmedLine,
  KeptStatus,
} from './confirmation.js';
import type { DeliveryDate } from './dating.js';

/** What somebody said about a consignment, as they said it, and what became of it. */
@Entity('confirmation')
export class ConfirmationEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() batchId: string;
  @IdColumn() consignmentId: string;
  @TextColumn() kind: ConfirmationKind;
  @TextColumn() status: KeptStatus;
  /** Why it is held or in conflict. */
  @TextColumn({ nullable: true }) reason: string | null;
  @IdColumn({ nullable: true }) follows: string | null;
  @TextColumn() source: ConfirmationSource;
  @IdColumn() senderId: string;
  @TextColumn() senderRole: Role;
  @InstantColumn() deviceTime: Instant;
  @InstantColumn() receivedAt: Instant;
  /** 1, 2, 3 … in the batch: the order of receipt, where two came in the same millisecond as well. */
  @IntegerColumn() receiptNumber: number;
  /** Null while it is held. */
  @InstantColumn({ nullable: true }) occurredAt: Instant | null;
  @TextColumn({ nullable: true }) datedBy: DeliveryDate['datedBy'] | null;
  /** As told. */
  @JsonColumn() lines: ConfirmedLine[];
  /** As booked, or as corrected last; null where nothing is booked. */
  @JsonColumn({ nullable: true }) counted: ConfirmedLine[] | null;
  @TextColumn({ nullable: true }) receivedBy: string | null;
  @TextColumn({ nullable: true }) note: string | null;
  @DecimalColumn({ nullable: true }) latitude: number | null;
  @DecimalColumn({ nullable: true }) longitude: number | null;
  @DecimalColumn({ nullable: true }) accuracyMeters: number | null;
}
