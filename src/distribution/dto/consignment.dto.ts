import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsId,
  IsMoment,
  IsOneOf,
  IsText,
  IsWithoutRepetition,
} from '../../platform/http/validation.js';
import { BATCH_STATES, type BatchState } from '../batch-life.js';
import { CONSIGNMENT_STATES, type ConsignmentState } from '../consignment-state.js';

export class ConsignmentLotDto {
  lotId: string;
  /** @example DL-2026-03 */
  lotNumber: string;
  /** Pieces. */
  quantity: number;
}

/** One material of a consignment; all figures are pieces. */
export class ConsignmentLineDto {
  materialId: string;
  /** @example Letak za decu */
  materialName: string;
  /** What is meant to go; `sent` says what went. */
  quantity: number;
  sent: number;
  delivered: number;
  damaged: number;
  missing: number;
  refused: number;
  returned: number;
  lost: number;
  /** Delivered beyond what was sent. */
  surplus: number;
  /** Sent, and neither delivered nor otherwise accounted for; refused pieces stay here until they are returned. */
  inTransit: number;
  /** The print runs, in the order in which they are drawn; empty before plan. */
  lots: ConsignmentLotDto[];
}

/** Whom to ask for; null for those who do not need to know. */
export class ConsignmentContactDto {
  @ApiProperty({ type: String, nullable: true, required: false })
  person?: string | null;
  @ApiProperty({ type: String, nullable: true, required: false })
  phone?: string | null;
  @ApiProperty({ type: String, nullable: true, required: false })
  email?: string | null;
}

/** Where the consignment is handed over. */
export class ConsignmentPointDto {
  id: string;
  @ApiProperty({ type: String, nullable: true })
  code: string | null;
  /** @example OŠ „Vuk Karadžić“ */
  name: string;
  /** @example school */
  kind: string;
  /** @example 80284 */
  municipalityCode: string;
  @ApiProperty({ type: String, nullable: true })
  settlement: string | null;
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
  @ApiProperty({ type: String, nullable: true })
  postcode: string | null;
  @ApiProperty({ type: () => ConsignmentContactDto, nullable: true })
  contact: ConsignmentContactDto | null;
  @ApiProperty({ type: Number, nullable: true })
  latitude: number | null;
  @ApiProperty({ type: Number, nullable: true })
  longitude: number | null;
  @ApiProperty({ type: String, nullable: true })
  hours: string | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  confidential: boolean;
}

/** What one batch brings to one delivery point. */
export class ConsignmentDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example DOM-2026-000123-3 */
  waybillNumber: string;
  @ApiProperty({ enum: CONSIGNMENT_STATES })
  state: ConsignmentState;
  batchId: string;
  @ApiProperty({ enum: BATCH_STATES })
  batchState: BatchState;
  campaignId: string;
  /** Its place in the batch's order, from 0. */
  position: number;
  @ApiProperty({ type: String, nullable: true })
  assigneeId: string | null;
  /** Its own, else the batch's. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  expectedAt: string | null;
  deliveryPoint: ConsignmentPointDto;
  lines: ConsignmentLineDto[];
  trackingNumbers: string[];
  @ApiProperty({ type: String, nullable: true })
  standingConfirmationId: string | null;
  /** When anything here last changed; `changedSince` goes by it. */
  @ApiProperty({ format: 'date-time' })
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

export class PackageDto {
  id: string;
  /** From 1. */
  number: number;
  /**
   * As it stands on the label: the second of three.
   * @example 2/3
   */
  label: string;
}

export class PackingLineDto {
  materialId: string;
  pieces: number;
  fullPacks: number;
  loosePieces: number;
}

/** What there is to pack, and what it weighs and fills. */
export class PackingDto {
  lines: PackingLineDto[];
  pieces: number;
  weightGrams: number;
  volumeCm3: number;
}

export class ConsignmentDetailDto extends ConsignmentDto {
  /** Empty before pack. */
  packages: PackageDto[];
  packing: PackingDto;
}

export class ConsignmentPageDto {
  items: ConsignmentDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class ConsignmentQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) batch?: string;
  /** The id of a volunteer, or `me`. */
  @IsText({ max: 36, optional: true, example: 'me' }) assignee?: string;
  @IsOneOf(CONSIGNMENT_STATES, { optional: true }) state?: ConsignmentState;
  /** The code of one of the 161 municipalities. */
  @IsText({ max: 10, optional: true, example: '80284' }) municipality?: string;
  /** A place group. */
  @IsId({ optional: true }) group?: string;
  /** What changed at or after this moment, oldest change first. */
  @IsMoment({ optional: true }) changedSince?: string;
}

export class TrackingDto {
  /** All of the consignment's numbers; they replace those that are there. */
  @IsWithoutRepetition()
  @IsText({ each: true, max: 60, example: ['RR123456785RS'] })
  trackingNumbers: string[];
}
