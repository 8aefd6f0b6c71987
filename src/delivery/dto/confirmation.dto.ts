import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { CONSIGNMENT_STATES, type ConsignmentState } from '../../distribution/consignment-state.js';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsCount,
  IsDecimal,
  IsId,
  IsInstant,
  IsLatitudeDegrees,
  IsListOf,
  IsLongitudeDegrees,
  IsNested,
  IsOneOf,
  IsText,
} from '../../platform/http/validation.js';
import {
  CONFIRMATION_KINDS,
  CONFIRMATION_SOURCES,
  CONFLICT_REASONS,
  HOLD_REASONS,
  KEPT_STATUSES,
  type ConfirmationKind,
  type ConfirmationSource,
  type KeptStatus,
} from '../confirmation.js';
import { DiscrepancyDto } from './discrepancy.dto.js';
import { DeliveryCommandDto } from './command.dto.js';

/** As many as a consignment can have, and some. */
export const MAXIMUM_CONFIRMED_LINES = 1_000;
export const MAXIMUM_SYNC = 500;

const REASONS = [...HOLD_REASONS, ...CONFLICT_REASONS];

/** Of one material, in pieces; what is absent is 0. */
export class ConfirmedLineDto {
  @IsId() materialId: string;
  /** In good condition. */
  @IsCount({ optional: true, example: 95 }) delivered?: number;
  @IsCount({ optional: true, example: 2 }) damaged?: number;
  @IsCount({ optional: true, example: 1 }) missing?: number;
  /** They stay in transit until they are returned. */
  @IsCount({ optional: true, example: 2 }) refused?: number;
  /** Beyond what was sent. */
  @IsCount({ optional: true, example: 0 }) surplus?: number;
}

/** Where the phone was, WGS 84. */
export class PositionDto {
  @IsLatitudeDegrees({ example: 44.8125 }) latitude: number;
  @IsLongitudeDegrees({ example: 20.4612 }) longitude: number;
  @IsDecimal({ min: 0, max: 10_000_000, digits: 15, optional: true, nullable: true, example: 12 })
  accuracyMeters?: number | null;
}

/** What was handed over. What no line mentions stays in transit. */
export class ConfirmationDto {
  @IsId({ optional: true }) id?: string;
  @IsId() consignmentId: string;
  @IsOneOf(CONFIRMATION_KINDS) kind: ConfirmationKind;
  /** The confirmation that this one adds to; it is held until that one is here. */
  @IsId({ optional: true, nullable: true }) follows?: string | null;
  /** By whom it was told; the sender's own word where absent. */
  @IsOneOf(CONFIRMATION_SOURCES, { optional: true }) source?: ConfirmationSource;
  /** What the phone's clock said; kept as told. */
  @IsInstant() deviceTime: string;
  /** Who took it over. Seen by its sender and coordinators only. */
  @IsText({ min: 0, max: 200, optional: true, nullable: true, example: 'Marija Petrović' })
  receivedBy?: string | null;
  @ApiProperty({ type: PositionDto, required: false, nullable: true })
  @IsNested(() => PositionDto, { optional: true, nullable: true })
  position?: PositionDto | null;
  /** Needed for a delivery. */
  @IsListOf(() => ConfirmedLineDto, { max: MAXIMUM_CONFIRMED_LINES, optional: true })
  lines?: ConfirmedLineDto[];
  @IsText({ min: 0, max: 2000, optional: true, nullable: true }) note?: string | null;
}

export class SyncDto {
  /** Each is checked by itself; one that cannot be read spoils no other. */
  @ApiProperty({ type: () => [ConfirmationDto], maxItems: MAXIMUM_SYNC })
  @IsArray()
  @ArrayMaxSize(MAXIMUM_SYNC)
  confirmations: unknown[];
}

export class CorrectConfirmationDto extends DeliveryCommandDto {
  /** All lines anew: what is not mentioned is then not confirmed. */
  @IsListOf(() => ConfirmedLineDto, { max: MAXIMUM_CONFIRMED_LINES }) lines: ConfirmedLineDto[];
  @IsText({ max: 2000 }) reason: string;
}

export class ReasonDto extends DeliveryCommandDto {
  @IsText({ max: 2000 }) reason: string;
}

export class ConsignmentStateDto {
  id: string;
  @ApiProperty({ enum: CONSIGNMENT_STATES })
  state: ConsignmentState;
}

/** What has become of a confirmation. */
export class ConfirmationAnswerDto {
  id: string;
  @ApiProperty({ enum: KEPT_STATUSES })
  status: KeptStatus;
  /** Why it is held or in conflict. */
  @ApiProperty({ enum: REASONS, nullable: true, example: 'another_stands' })
  reason: string | null;
  /** The date that the delivery is booked with; null while it is held. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  occurredAt: string | null;
  @ApiProperty({ type: ConsignmentStateDto })
  consignment: ConsignmentStateDto;
  /** The consignment's open ones. */
  @ApiProperty({ type: () => [DiscrepancyDto] })
  discrepancies: DiscrepancyDto[];
}

export class SyncResultDto {
  /** As it was sent; null where it could not be read. */
  @ApiProperty({ type: String, nullable: true })
  id: string | null;
  @ApiProperty({ enum: [...KEPT_STATUSES, 'rejected'] })
  status: KeptStatus | 'rejected';
  /** A problem (RFC 9457), where it was rejected. */
  @ApiProperty({ type: Object, required: false })
  problem?: object;
}

export class SyncAnswerDto {
  /** One for each that was sent, in the order sent. */
  @ApiProperty({ type: [SyncResultDto] })
  results: SyncResultDto[];
}

export class ConfirmationQuery extends PageQuery {
  @IsOneOf([...KEPT_STATUSES, 'rejected'], { optional: true }) status?: KeptStatus | 'rejected';
  @IsId({ optional: true }) batch?: string;
  @IsId({ optional: true }) consignment?: string;
  @IsId({ optional: true }) campaign?: string;
}

export class AmendmentDto {
  id: string;
  @ApiProperty({ enum: ['correct', 'prefer', 'dismiss', 'resolve'] })
  kind: string;
  reason: string;
  @ApiProperty({ type: [ConfirmedLineDto], nullable: true })
  lines: ConfirmedLineDto[] | null;
  actorId: string;
  recordedAt: string;
}

/** A confirmation as it was sent, and what became of it. */
export class ConfirmationRowDto {
  id: string;
  @ApiProperty({ enum: [...KEPT_STATUSES, 'rejected'] })
  status: KeptStatus | 'rejected';
  /** Why it is held or in conflict; a refused one's code. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  @ApiProperty({ type: String, nullable: true })
  campaignId: string | null;
  @ApiProperty({ type: String, nullable: true })
  batchId: string | null;
  @ApiProperty({ type: String, nullable: true })
  consignmentId: string | null;
  @ApiProperty({ enum: CONFIRMATION_KINDS, nullable: true })
  kind: ConfirmationKind | null;
  @ApiProperty({ type: String, nullable: true })
  follows: string | null;
  @ApiProperty({ enum: CONFIRMATION_SOURCES, nullable: true })
  source: ConfirmationSource | null;
  senderId: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  deviceTime: string | null;
  @ApiProperty({ format: 'date-time' })
  receivedAt: string;
  /** The date that the delivery is booked with; null while it is held. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  occurredAt: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['device', 'receipt', 'dispatch'] })
  datedBy: string | null;
  /** How far the device's clock is ahead of that date; negative: behind it. */
  @ApiProperty({ type: Number, nullable: true })
  clockDifferenceMs: number | null;
  /** As told. */
  @ApiProperty({ type: [ConfirmedLineDto] })
  lines: ConfirmedLineDto[];
  /** As booked, or as corrected last; null where nothing is booked. */
  @ApiProperty({ type: [ConfirmedLineDto], nullable: true })
  counted: ConfirmedLineDto[] | null;
  /** Null for those who are neither its sender nor a coordinator. */
  @ApiProperty({ type: String, nullable: true })
  receivedBy: string | null;
  @ApiProperty({ type: PositionDto, nullable: true })
  position: PositionDto | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  /** Of a refused one: the text as it came. */
  @ApiProperty({ type: Object, required: false })
  content?: unknown;
  /** Of a refused one: why. */
  @ApiProperty({ type: Object, required: false })
  problem?: unknown;
  /** Of a refused one: how often it was sent. */
  attempts?: number;
}

export class ConfirmationDetailDto extends ConfirmationRowDto {
  /** What coordinators did to it, oldest first. */
  @ApiProperty({ type: [AmendmentDto] })
  amendments: AmendmentDto[];
}

export class ConfirmationPageDto {
  @ApiProperty({ type: [ConfirmationRowDto] })
  items: ConfirmationRowDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
