import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsDay,
  IsFlag,
  IsId,
  IsInstant,
  IsListOf,
  IsNested,
  IsQuantity,
  IsText,
} from '../../platform/http/validation.js';
import { MovementDto } from './movement.dto.js';

/** Where it went: to a delivery point, or handed out in a municipality on an occasion. */
export class IssueTargetDto {
  @IsId({ optional: true }) deliveryPointId?: string;
  /** One of the 161. */
  @IsText({ max: 10, optional: true, example: '71242' }) municipalityCode?: string;
  /** Of a hand-out. */
  @IsText({ max: 200, optional: true, example: 'Stand at the book fair' }) occasion?: string;
}

export class IssueLineDto {
  @IsId() materialId: string;
  /** The print run to take; where absent, the oldest that are usable and not reserved. */
  @IsId({ optional: true }) lotId?: string;
  @IsQuantity({ example: 150 }) quantity: number;
}

/** What leaves a warehouse without a trip: picked up, passed on by a partner, handed out. */
export class IssueStockDto {
  @IsId({ optional: true }) id?: string;
  @IsId() warehouseId: string;
  @IsId() campaignId: string;
  @IsInstant() occurredAt: string;
  @IsNested(() => IssueTargetDto) to: IssueTargetDto;
  @IsListOf(() => IssueLineDto, { min: 1, max: 200 }) lines: IssueLineDto[];
  /** Who took it: personal data, seen by coordinators and by the keeper of the warehouse. */
  @IsText({ max: 200, optional: true, example: 'Milica Jovanović' }) receivedBy?: string;
  /** Whether the quantities are an estimate, as at a stand. False where absent. */
  @IsFlag({ optional: true }) estimated?: boolean;
  @IsText({ max: 2000, optional: true }) note?: string;
}

export class IssueDto {
  id: string;
  campaignId: string;
  warehouseId: string;
  to: IssueTargetDto;
  @ApiProperty({ type: [IssueLineDto] })
  lines: IssueLineDto[];
  estimated: boolean;
  /** Left out for those whose work does not need it. */
  receivedBy?: string;
  /** Left out for those whose work does not need it. */
  note?: string;
  actorId: string;
  /** @example 2026-03-01T09:00:00.000Z */
  occurredAt: string;
  /** @example 2026-03-01T09:00:12.345Z */
  recordedAt: string;
  /** Whether it was taken back since. */
  reversed: boolean;
  movements: MovementDto[];
}

export class IssuePageDto {
  items: IssueDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class IssueQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) warehouse?: string;
  @IsId({ optional: true }) deliveryPoint?: string;
  /** Of the delivery point or the hand-out. */
  @IsText({ max: 10, optional: true, example: '71242' }) municipality?: string;
  @IsDay({ optional: true }) from?: string;
  @IsDay({ optional: true }) to?: string;
}
