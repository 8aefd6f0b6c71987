import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsCount,
  IsDay,
  IsFlag,
  IsId,
  IsInstant,
  IsListOf,
  IsNested,
  IsQuantity,
  IsText,
} from '../../platform/http/validation.js';
import { CostDto, FundingShareDto } from './funding.dto.js';
import { MovementDto } from './movement.dto.js';

/** What a printer delivered to a warehouse: a print run, or a part of one. */
export class ReceiveStockDto {
  @IsId({ optional: true }) id?: string;
  @IsId() warehouseId: string;
  @IsId() campaignId: string;
  /** One of the campaign's, and not broadcast. */
  @IsId() materialId: string;
  /** Pieces counted, with those damaged on arrival. */
  @IsQuantity({ example: 5000 }) quantity: number;
  /** A number known for the campaign and material adds to that print run. */
  @IsText({ max: 60, example: '2026-03-A' }) lotNumber: string;
  /** Who paid for all of it; instead of `funding`. May be left out for a print run or an order that is known. */
  @IsText({ max: 200, optional: true, example: 'European Union' }) funder?: string;
  /** Who paid which share. */
  @IsListOf(() => FundingShareDto, { min: 1, max: 20, optional: true }) funding?: FundingShareDto[];
  @IsText({ max: 200, optional: true, example: 'Štamparija Sava' }) supplier?: string;
  /** The order of the same campaign, material and lot number; found by itself where absent. */
  @IsId({ optional: true }) printOrderId?: string;
  @IsText({ max: 60, optional: true, example: 'OT-118/26' }) deliveryNoteNumber?: string;
  /** Pieces that the delivery note names; where they differ from those counted, it is a discrepancy with the supplier. */
  @IsCount({ optional: true, example: 5050 }) notedQuantity?: number;
  /** Pieces, of those counted, that were damaged on arrival. */
  @IsCount({ optional: true, example: 20 }) damaged?: number;
  @IsNested(() => CostDto, { optional: true }) cost?: CostDto;
  @IsInstant() occurredAt: string;
}

/** What the delivery note says against what was counted. */
export class SupplierDiscrepancyDto {
  /** @example 5050 */
  noted: number;
  /** @example 5000 */
  counted: number;
  /**
   * Counted less noted: below zero where pieces are missing.
   * @example -50
   */
  difference: number;
}

export class ReceiptDto {
  id: string;
  campaignId: string;
  warehouseId: string;
  materialId: string;
  lotId: string;
  /** @example 2026-03-A */
  lotNumber: string;
  @ApiProperty({ type: [FundingShareDto] })
  funding: FundingShareDto[];
  @ApiProperty({ type: String, nullable: true })
  printOrderId: string | null;
  /** @example 5000 */
  quantity: number;
  /** @example 20 */
  damaged: number;
  @ApiProperty({ type: Number, nullable: true, example: 5050 })
  notedQuantity: number | null;
  /** Null where noted and counted agree, or nothing was noted. */
  @ApiProperty({ type: SupplierDiscrepancyDto, nullable: true })
  discrepancy: SupplierDiscrepancyDto | null;
  @ApiProperty({ type: String, nullable: true })
  supplier: string | null;
  @ApiProperty({ type: String, nullable: true })
  deliveryNoteNumber: string | null;
  @ApiProperty({ type: CostDto, nullable: true })
  cost: CostDto | null;
  actorId: string;
  /** @example 2026-03-01T09:00:00.000Z */
  occurredAt: string;
  /** @example 2026-03-01T09:00:12.345Z */
  recordedAt: string;
  /** Whether it was taken back since. */
  reversed: boolean;
  movements: MovementDto[];
}

export class ReceiptPageDto {
  items: ReceiptDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class ReceiptQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) warehouse?: string;
  @IsId({ optional: true }) material?: string;
  @IsId({ optional: true }) lot?: string;
  @IsId({ optional: true }) printOrder?: string;
  /** Only those whose delivery note differs from the count, or only those where it does not. */
  @IsFlag({ optional: true, query: true }) discrepancy?: boolean;
  @IsDay({ optional: true }) from?: string;
  @IsDay({ optional: true }) to?: string;
}
