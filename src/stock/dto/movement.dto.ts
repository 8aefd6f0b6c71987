import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsDay, IsId, IsOneOf, IsText } from '../../platform/http/validation.js';
import { CAUSE_KINDS, type CauseKind } from '../ledger.js';

const ID = '01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e';

/** The command that made a movement. */
export class CauseDto {
  @ApiProperty({ enum: CAUSE_KINDS })
  kind: CauseKind;
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
}

/** Pieces of one print run that went from one account to another. */
export class MovementDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /**
   * Without gaps.
   * @example 1042
   */
  sequence: number;
  campaignId: string;
  lotId: string;
  materialId: string;
  /** @example warehouse:01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  from: string;
  /**
   * A confidential point is written `delivered:confidential` for those who may not know it.
   * @example delivered:01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e
   */
  to: string;
  /** @example 250 */
  quantity: number;
  cause: CauseDto;
  batchId?: string;
  /** Left out where the point is confidential and the reader may not know it. */
  consignmentId?: string;
  /** Left out where the point is confidential and the reader may not know it. */
  deliveryPointId?: string;
  actorId: string;
  /** @example 2026-03-01T09:00:00.000Z */
  occurredAt: string;
  /** @example 2026-03-01T09:00:12.345Z */
  recordedAt: string;
  /** The movement that this one takes back. */
  reverses?: string;
  /** SHA-256 of the previous movement's hash and of this movement as canonical JSON, without its hash. */
  hash: string;
}

/** A row of the stock card. */
export class StockCardRowDto extends MovementDto {
  /**
   * Where an account is asked for: pieces of the row's material (of the lot, where one is asked for) in it after this movement, in the order of recording.
   * @example 4750
   */
  balance?: number;
}

export class StockCardPageDto {
  items: StockCardRowDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class StockCardQuery extends PageQuery {
  /** As accounts are written: `warehouse:ID`, `in_transit:BATCH`, `delivered:POINT`, `handed_out:MUNICIPALITY`, `damaged` … */
  @IsText({ max: 120, optional: true, example: `warehouse:${ID}` }) account?: string;
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) material?: string;
  @IsId({ optional: true }) lot?: string;
  @IsId({ optional: true }) batch?: string;
  @IsOneOf(CAUSE_KINDS, { optional: true }) cause?: CauseKind;
  /** Happened on this day or later. */
  @IsDay({ optional: true }) from?: string;
  /** Happened on this day or earlier. */
  @IsDay({ optional: true }) to?: string;
  /** The order of recording; the latest first with a minus. */
  @IsOneOf(['sequence', '-sequence'], { optional: true }) sort?: 'sequence' | '-sequence';
}

export class ReverseMovementDto {
  /** Of this command, so that it can be sent again. */
  @IsId({ optional: true }) commandId?: string;
  @IsText({ max: 1000, example: 'Entered twice' }) reason: string;
}

/** A receipt or an issue, taken back whole. */
export class ReversalDto {
  id: string;
  /** What was taken back. */
  cause: CauseDto;
  reason: string;
  movements: MovementDto[];
}
