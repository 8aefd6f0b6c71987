import { IsId, IsInstant, IsListOf, IsQuantity, IsText } from '../../platform/http/validation.js';
import { DeliveryCommandDto } from './command.dto.js';

export const MAXIMUM_RETURNED_LINES = 5_000;

export class DispatchBatchDto extends DeliveryCommandDto {
  /** When it left; now where absent. */
  @IsInstant({ optional: true }) occurredAt?: string;
  @IsText({ max: 100, optional: true, example: 'BG-123-AB' }) vehicle?: string;
  @IsText({ max: 200, optional: true }) driver?: string;
  /** 7 days after dispatch where nobody has named it. */
  @IsInstant({ optional: true }) expectedAt?: string;
}

export class TransitLineDto {
  @IsId() consignmentId: string;
  @IsId() materialId: string;
  /** Pieces. */
  @IsQuantity({ example: 5 }) quantity: number;
}

/** What comes back, or is declared lost. */
export class TakeFromTransitDto extends DeliveryCommandDto {
  @IsListOf(() => TransitLineDto, { min: 1, max: MAXIMUM_RETURNED_LINES }) lines: TransitLineDto[];
  /** Where returned pieces are put: any warehouse; the batch's own where absent. Lost pieces are put nowhere. */
  @IsId({ optional: true }) warehouseId?: string;
  /** Now where absent. */
  @IsInstant({ optional: true }) occurredAt?: string;
  @IsText({ max: 2000, optional: true }) reason?: string;
}
