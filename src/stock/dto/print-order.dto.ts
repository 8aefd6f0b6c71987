import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsDay,
  IsId,
  IsListOf,
  IsNested,
  IsOneOf,
  IsQuantity,
  IsText,
} from '../../platform/http/validation.js';
import { PRINT_ORDER_STATES, type PrintOrderState } from '../print-order.js';
import { CostDto, FundingShareDto } from './funding.dto.js';

const LOT_NUMBER = { max: 60, example: '2026-03-A' };
const SUPPLIER = { max: 200, example: 'Štamparija Sava' };

/** What a printer is to deliver: one order for one print run. */
export class CreatePrintOrderDto {
  @IsId({ optional: true }) id?: string;
  @IsId() campaignId: string;
  /** One of the campaign's, and not broadcast. */
  @IsId() materialId: string;
  /** Of the print run that receipts will add to; of a campaign and material there is one order for it. */
  @IsText(LOT_NUMBER) lotNumber: string;
  @IsQuantity({ example: 10000 }) quantity: number;
  @IsText(SUPPLIER) supplier: string;
  @IsDay() expectedOn: string;
  /** Who pays which share; 100 together. */
  @IsListOf(() => FundingShareDto, { min: 1, max: 20 }) funding: FundingShareDto[];
  @IsNested(() => CostDto, { optional: true }) cost?: CostDto;
}

/** What changes of a print order; what is absent stays. Once something was received, lot number and funding stay. */
export class ChangePrintOrderDto {
  @IsText({ ...LOT_NUMBER, optional: true }) lotNumber?: string;
  @IsQuantity({ example: 12000, optional: true }) quantity?: number;
  @IsText({ ...SUPPLIER, optional: true }) supplier?: string;
  @IsDay({ optional: true }) expectedOn?: string;
  @IsListOf(() => FundingShareDto, { min: 1, max: 20, optional: true }) funding?: FundingShareDto[];
  /** Null: not known. */
  @IsNested(() => CostDto, { optional: true, nullable: true }) cost?: CostDto | null;
}

export class CloseShortDto {
  /** Of this command, so that it can be sent again. */
  @IsId({ optional: true }) commandId?: string;
  @IsText({ max: 1000, example: 'The printer has no more paper' }) reason: string;
}

export class PrintOrderDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  campaignId: string;
  materialId: string;
  /** @example 2026-03-A */
  lotNumber: string;
  /** @example 10000 */
  quantity: number;
  /** @example Štamparija Sava */
  supplier: string;
  /** @example 2026-03-20 */
  expectedOn: string;
  @ApiProperty({ type: [FundingShareDto] })
  funding: FundingShareDto[];
  @ApiProperty({ type: CostDto, nullable: true })
  cost: CostDto | null;
  @ApiProperty({ enum: PRINT_ORDER_STATES })
  state: PrintOrderState;
  /**
   * Pieces received of its print run so far.
   * @example 5000
   */
  received: number;
  /**
   * Pieces still to come.
   * @example 5000
   */
  expected: number;
  @ApiProperty({ type: String, nullable: true })
  closedShortAt: string | null;
  @ApiProperty({ type: String, nullable: true })
  closedShortReason: string | null;
  /** @example 2026-03-01T09:00:00.000Z */
  createdAt: string;
  /** @example 2026-03-01T09:00:00.000Z */
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

export class PrintOrderPageDto {
  items: PrintOrderDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class PrintOrderQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) material?: string;
  @IsText({ ...LOT_NUMBER, optional: true }) lotNumber?: string;
  @IsOneOf(PRINT_ORDER_STATES, { optional: true }) state?: PrintOrderState;
}
