import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsId, IsOneOf, IsQuantity, IsText } from '../../platform/http/validation.js';
import {
  DISCREPANCY_KINDS,
  RESOLUTIONS,
  type DiscrepancyKind,
  type Resolution,
} from '../discrepancy.js';
import { DeliveryCommandDto } from './command.dto.js';

export const DISCREPANCY_STATES = ['open', 'resolved'] as const;
export type DiscrepancyState = (typeof DISCREPANCY_STATES)[number];

/** The difference between what was sent and what was confirmed. */
export class DiscrepancyDto {
  id: string;
  campaignId: string;
  batchId: string;
  consignmentId: string;
  /** @example 80284 */
  municipalityCode: string;
  materialId: string;
  @ApiProperty({ enum: DISCREPANCY_KINDS })
  kind: DiscrepancyKind;
  @ApiProperty({ enum: DISCREPANCY_STATES })
  state: DiscrepancyState;
  /** Pieces that nobody has accounted for yet; 0 once resolved. */
  quantity: number;
  /** Pieces when it opened. */
  openedQuantity: number;
  /** Dated as the delivery that it comes from. */
  @ApiProperty({ format: 'date-time' })
  openedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  closedAt: string | null;
}

export class ResolutionDto {
  id: string;
  @ApiProperty({ enum: RESOLUTIONS })
  resolution: Resolution;
  /** Pieces. */
  quantity: number;
  note: string;
  actorId: string;
  @ApiProperty({ format: 'date-time' })
  recordedAt: string;
}

export class DiscrepancyDetailDto extends DiscrepancyDto {
  /** How pieces of it were accounted for, oldest first. */
  @ApiProperty({ type: [ResolutionDto] })
  resolutions: ResolutionDto[];
}

export class DiscrepancyPageDto {
  @ApiProperty({ type: [DiscrepancyDto] })
  items: DiscrepancyDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class DiscrepancyQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsOneOf(DISCREPANCY_STATES, { optional: true }) state?: DiscrepancyState;
  @IsId({ optional: true }) batch?: string;
  @IsId({ optional: true }) consignment?: string;
}

export class ResolveDiscrepancyDto extends DeliveryCommandDto {
  @IsOneOf(RESOLUTIONS) resolution: Resolution;
  /** Pieces; all that are open where absent. */
  @IsQuantity({ optional: true }) quantity?: number;
  @IsText({ max: 2000 }) note: string;
}
