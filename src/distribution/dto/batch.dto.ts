import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsId,
  IsInstant,
  IsListOf,
  IsOneOf,
  IsQuantity,
  IsText,
} from '../../platform/http/validation.js';
import { BATCH_STATES, BATCH_STEPS, type BatchState, type BatchStep } from '../batch-life.js';
import { MAXIMUM_CONSIGNMENTS, MAXIMUM_LINES } from '../draft.js';
import { TRANSPORT_MODES, type TransportMode } from '../transport-mode.js';
import { ConsignmentDetailDto } from './consignment.dto.js';

export class LineDto {
  @IsId() materialId: string;
  /**
   * Pieces.
   * @example 250
   */
  @IsQuantity() quantity: number;
}

export class CreateConsignmentDto {
  @IsId({ optional: true }) id?: string;
  @IsId() deliveryPointId: string;
  /** Who hands it over: an active volunteer or coordinator. In a change: absent stays, null takes it away. */
  @IsId({ optional: true, nullable: true }) assigneeId?: string | null;
  /** Where it differs from the batch's. In a change: absent stays, null takes it away. */
  @IsInstant({ optional: true, nullable: true }) expectedAt?: string | null;
  @IsListOf(() => LineDto, { max: MAXIMUM_LINES }) lines: LineDto[];
}

/** A new batch, a draft: nothing is reserved yet. */
export class CreateBatchDto {
  @IsId({ optional: true }) id?: string;
  @IsId() campaignId: string;
  /** Where it leaves from: an own or a partner's warehouse. */
  @IsId() warehouseId: string;
  /** `own_vehicle` where absent. */
  @IsOneOf(TRANSPORT_MODES, { optional: true }) mode?: TransportMode;
  @IsText({ max: 200, optional: true, example: 'Pošta Srbije' }) carrier?: string;
  @IsText({ max: 100, optional: true, example: 'BG-123-AB' }) vehicle?: string;
  @IsText({ max: 200, optional: true }) driver?: string;
  @IsInstant({ optional: true }) expectedAt?: string;
  /** In the order of the trip: they draw stock in this order. May be empty, to be filled. */
  @IsListOf(() => CreateConsignmentDto, { max: MAXIMUM_CONSIGNMENTS, optional: true })
  consignments?: CreateConsignmentDto[];
}

/** What changes of a draft; what is absent stays. */
export class ChangeBatchDto {
  @IsId({ optional: true }) warehouseId?: string;
  @IsOneOf(TRANSPORT_MODES, { optional: true }) mode?: TransportMode;
  @IsText({ max: 200, optional: true, nullable: true }) carrier?: string | null;
  @IsText({ max: 100, optional: true, nullable: true }) vehicle?: string | null;
  @IsText({ max: 200, optional: true, nullable: true }) driver?: string | null;
  @IsInstant({ optional: true, nullable: true }) expectedAt?: string | null;
  /** All of them, in their order: a consignment for a point that is there keeps its id and waybill number. */
  @IsListOf(() => CreateConsignmentDto, { max: MAXIMUM_CONSIGNMENTS, optional: true })
  consignments?: CreateConsignmentDto[];
}

/** A batch as a list shows it. */
export class BatchDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  campaignId: string;
  warehouseId: string;
  @ApiProperty({ enum: BATCH_STATES })
  state: BatchState;
  /** The steps that this state allows. */
  @ApiProperty({ enum: BATCH_STEPS, isArray: true })
  allowed: BatchStep[];
  @ApiProperty({ enum: TRANSPORT_MODES })
  mode: TransportMode;
  @ApiProperty({ type: String, nullable: true })
  carrier: string | null;
  @ApiProperty({ type: String, nullable: true })
  vehicle: string | null;
  @ApiProperty({ type: String, nullable: true })
  driver: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  expectedAt: string | null;
  /** When it was last planned; null in a draft, and where it is not known. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  plannedAt: string | null;
  /** When it was last packed; null before. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  packedAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dispatchedAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  closedAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  cancelledAt: string | null;
  /** Consignments in it. */
  consignmentCount: number;
  /** Pieces on all its lines. */
  pieces: number;
  /** Pieces that were delivered so far. */
  delivered: number;
  /**
   * Where it goes: the municipalities of its consignments, each once, in the order of their codes.
   * @example ["70025", "80284"]
   */
  municipalityCodes: string[];
  createdBy: string;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ format: 'date-time' })
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

/** A batch with its consignments, in their order. */
export class BatchDetailDto extends BatchDto {
  consignments: ConsignmentDetailDto[];
}

export class BatchPageDto {
  items: BatchDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class BatchQuery extends PageQuery {
  @IsOneOf(BATCH_STATES, { optional: true }) state?: BatchState;
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) warehouse?: string;
}
