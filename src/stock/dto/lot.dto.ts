import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import { IsId, IsInstant, IsMoment, IsOneOf, IsText } from '../../platform/http/validation.js';
import { LOT_STATES, type LotState } from '../lot.js';
import { FundingShareDto } from './funding.dto.js';

/**
 * A print run's account: printed = onHand + inTransit + delivered + handedOut + damaged + lost + disposed + adjusted.
 * Every piece is in one of them.
 */
export class LotDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  campaignId: string;
  materialId: string;
  /** @example 2026-03-A */
  lotNumber: string;
  @ApiProperty({ type: [FundingShareDto] })
  funding: FundingShareDto[];
  @ApiProperty({ enum: LOT_STATES })
  state: LotState;
  /** From then on its pieces count as withdrawn, no longer as delivered. */
  @ApiProperty({ type: String, nullable: true })
  withdrawnAt: string | null;
  /** @example 2026-03-01T09:00:00.000Z */
  firstReceiptAt: string;
  /** @example 10000 */
  printed: number;
  /** @example 4200 */
  onHand: number;
  /** @example 800 */
  inTransit: number;
  /** @example 4600 */
  delivered: number;
  /** @example 300 */
  handedOut: number;
  /** @example 60 */
  damaged: number;
  /** @example 40 */
  lost: number;
  /** @example 0 */
  disposed: number;
  /**
   * Missing at counts, less found at counts and less surplus: of either sign.
   * @example 0
   */
  adjusted: number;
  /**
   * What its print order has still to bring.
   * @example 5000
   */
  expected: number;
}

export class LotPageDto {
  items: LotDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class LotQuery extends PageQuery {
  @IsId({ optional: true }) campaign?: string;
  @IsId({ optional: true }) material?: string;
  @IsOneOf(LOT_STATES, { optional: true }) state?: LotState;
  @IsText({ max: 60, optional: true, example: '2026-03-A' }) lotNumber?: string;
  /** The account after all that happened up to then; a date means its end. */
  @IsMoment({ optional: true }) asOf?: string;
}

export class LotMomentQuery {
  /** The account after all that happened up to then; a date means its end. */
  @IsMoment({ optional: true }) asOf?: string;
}

export class LotCommandDto {
  /** Of this command, so that it can be sent again. */
  @IsId({ optional: true }) commandId?: string;
  @IsText({ max: 1000, example: 'The helpline number on page 2 is wrong' }) reason: string;
  /** Now where absent. */
  @IsInstant({ optional: true }) occurredAt?: string;
}

/** Pieces of a print run in a warehouse. */
export class LotInWarehouseDto {
  warehouseId: string;
  /** @example 1200 */
  onHand: number;
  /** @example 300 */
  reserved: number;
}

/** Pieces of a print run on their way, or planned for a consignment. */
export class LotOnItsWayDto {
  batchId: string;
  consignmentId: string;
  deliveryPointId: string;
  /** @example 50 */
  quantity: number;
}

export class LotAtPointDto {
  deliveryPointId: string;
  /** @example 50 */
  quantity: number;
  /** @example 2026-03-05T09:00:00.000Z */
  lastMovementAt: string;
}

export class LotHandedOutDto {
  /** @example 71242 */
  municipalityCode: string;
  /** @example 120 */
  quantity: number;
  /** @example 2026-03-05T09:00:00.000Z */
  lastMovementAt: string;
}

/**
 * Where every piece of a print run is. Consignments to confidential points, and those points, are left out for those who
 * may not know them; the figures of `lot` count them.
 */
export class LotTraceDto {
  @ApiProperty({ type: LotDto })
  lot: LotDto;
  warehouses: LotInWarehouseDto[];
  /** Planned for consignments: reserved, not yet on its way. */
  reserved: LotOnItsWayDto[];
  inTransit: LotOnItsWayDto[];
  deliveryPoints: LotAtPointDto[];
  handedOut: LotHandedOutDto[];
}

/** Whom to call. */
export class RecallContactDto {
  deliveryPointId: string;
  /** @example Osnovna škola „Vuk Karadžić“ */
  name: string;
  /** @example 71242 */
  municipalityCode: string;
  address: string;
  @ApiProperty({
    type: Object,
    nullable: true,
    example: { person: 'Mira Savić', phone: '+381 16 200 100' },
  })
  contact: object | null;
  /** @example 50 */
  quantity: number;
}

export class RecallOnItsWayDto extends LotOnItsWayDto {
  /** @example Osnovna škola „Vuk Karadžić“ */
  name: string;
  @ApiProperty({ type: Object, nullable: true })
  contact: object | null;
}

export class RecallWarehouseDto extends LotInWarehouseDto {
  /** @example Magacin Leskovac */
  name: string;
  keeperIds: string[];
}

/** A recall: who holds the print run, what is on its way, what was handed to whom. */
export class LotRecallDto {
  @ApiProperty({ type: LotDto })
  lot: LotDto;
  warehouses: RecallWarehouseDto[];
  reserved: RecallOnItsWayDto[];
  inTransit: RecallOnItsWayDto[];
  deliveryPoints: RecallContactDto[];
  handedOut: LotHandedOutDto[];
}
