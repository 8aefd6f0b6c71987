import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsId, IsMoment } from '../../platform/http/validation.js';
import { LOT_STATES, type LotState } from '../lot.js';

/** What lies in a warehouse of one print run. */
export class StockBalanceDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  warehouseId: string;
  campaignId: string;
  materialId: string;
  lotId: string;
  /** @example 2026-03-A */
  lotNumber: string;
  @ApiProperty({ enum: LOT_STATES })
  state: LotState;
  /** @example 1200 */
  onHand: number;
  /**
   * Of them, planned for consignments.
   * @example 300
   */
  reserved: number;
  /**
   * What can still be planned or issued: nothing of a lot that is not usable.
   * @example 900
   */
  available: number;
}

export class StockBalancePageDto {
  items: StockBalanceDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class StockBalanceQuery extends PageQuery {
  @IsId({ optional: true }) warehouse?: string;
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) material?: string;
  @IsId({ optional: true }) lot?: string;
  /** After all that happened up to then; a date means its end. What is reserved counts from when it was recorded. */
  @IsMoment({ optional: true }) asOf?: string;
}
