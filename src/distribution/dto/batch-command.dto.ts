import {
  IsFlag,
  IsId,
  IsIntegerIn,
  IsListOf,
  IsNested,
  IsOneOf,
  IsQuantity,
  IsText,
  IsWithoutRepetition,
} from '../../platform/http/validation.js';
import { POINT_KINDS } from '../../places/point-kind.js';
import { MAXIMUM_CONSIGNMENTS, MAXIMUM_LINES } from '../draft.js';

const MAXIMUM_PACKAGES = 999;

/** What every command takes: its id, made by the client, so that it can be sent again. */
export class CommandDto {
  @IsId({ optional: true }) commandId?: string;
}

/** Which points: all conditions together. At least one. */
export class FillPointsDto {
  @IsOneOf(POINT_KINDS, { optional: true, example: 'school' }) kind?: string;
  @IsText({ max: 50, optional: true, example: 'secondary' }) tag?: string;
  @IsText({ max: 10, each: true, optional: true, example: ['80284'] }) municipalityCodes?: string[];
  /** A place group. */
  @IsId({ optional: true }) groupId?: string;
  /** @example RS123 */
  @IsText({ max: 10, optional: true }) districtCode?: string;
  /** @example RS12 */
  @IsText({ max: 10, optional: true }) regionCode?: string;
  @IsId({ each: true, optional: true }) ids?: string[];
}

/** Either so many pieces for each point, or up to the target of its municipality. */
export class FillLineDto {
  @IsId() materialId: string;
  /** Pieces for each point; added to what the draft carries there. */
  @IsQuantity({ optional: true, example: 100 }) quantity?: number;
  /** What each municipality still lacks, spread over its chosen points by their audience. */
  @IsFlag({ optional: true }) upToTarget?: boolean;
}

export class FillBatchDto extends CommandDto {
  @IsNested(() => FillPointsDto) points: FillPointsDto;
  @IsListOf(() => FillLineDto, { min: 1, max: MAXIMUM_LINES }) lines: FillLineDto[];
}

export class NamedLotDto {
  @IsId() consignmentId: string;
  @IsId() materialId: string;
  @IsId() lotId: string;
  @IsQuantity() quantity: number;
}

export class PlanBatchDto extends CommandDto {
  /** Where lots are not named, the oldest go first. */
  @IsListOf(() => NamedLotDto, { max: 10_000, optional: true }) lots?: NamedLotDto[];
}

export class PackConsignmentDto {
  @IsId() id: string;
  /** How many packages it is packed into. */
  @IsIntegerIn({ min: 1, max: MAXIMUM_PACKAGES, example: 3 }) packages: number;
  @IsWithoutRepetition()
  @IsText({ each: true, max: 60, optional: true, example: ['RR123456785RS'] })
  trackingNumbers?: string[];
}

export class PackBatchDto extends CommandDto {
  /** Those that are not one package. */
  @IsListOf(() => PackConsignmentDto, { max: MAXIMUM_CONSIGNMENTS, optional: true })
  consignments?: PackConsignmentDto[];
}

export class AssignBatchDto extends CommandDto {
  /** An active volunteer or coordinator. */
  @IsId() assigneeId: string;
  /** All of the batch where absent. */
  @IsId({ each: true, optional: true }) consignmentIds?: string[];
}
