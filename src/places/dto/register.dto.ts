import { PageQuery } from '../../platform/http/page.js';
import {
  IsId,
  IsLatitudeDegrees,
  IsLongitudeDegrees,
  IsOneOf,
  IsText,
} from '../../platform/http/validation.js';
import type { PopulationStatus } from '../register.js';
import { NAME_SORTS, type NameSort } from './warehouse.dto.js';

export class RegisterQuery extends PageQuery {
  /** Finds names in both scripts and in English, and codes, blind to diacritics. */
  @IsText({ max: 200, min: 0, optional: true })
  q?: string;

  /** `name` where absent, in the order of the Serbian alphabet. */
  @IsOneOf(NAME_SORTS, { optional: true })
  sort?: NameSort;
}

export class DistrictQuery extends RegisterQuery {
  /** @example 'RS12' */
  @IsText({ max: 10, optional: true })
  region?: string;
}

export const UNIT_SORTS = ['name', '-name', 'population', '-population'] as const;
export type UnitSort = (typeof UNIT_SORTS)[number];

export class MunicipalityQuery extends PageQuery {
  /** Finds names in both scripts and in English, and codes, blind to diacritics. */
  @IsText({ max: 200, min: 0, optional: true })
  q?: string;

  /** @example 'RS123' */
  @IsText({ max: 10, optional: true })
  district?: string;

  /** @example 'RS12' */
  @IsText({ max: 10, optional: true })
  region?: string;

  /** Id of a place group. */
  @IsId({ optional: true })
  group?: string;

  /** `name` where absent, in the order of the Serbian alphabet. */
  @IsOneOf(UNIT_SORTS, { optional: true })
  sort?: UnitSort;
}

export class PositionQuery {
  /** @example 43.8914 */
  @IsLatitudeDegrees({ query: true })
  latitude: number;

  /** @example 20.3497 */
  @IsLongitudeDegrees({ query: true })
  longitude: number;
}

export class RegionDto {
  /** NUTS 2. @example 'RS12' */
  code: string;
  /** In the language asked for. @example 'Region Vojvodine' */
  name: string;
  nameLatn: string;
  nameCyrl: string;
  nameEn: string;
}

export class RegionPageDto {
  items: RegionDto[];
  nextCursor: string | null;
  total: number;
}

export class DistrictDto extends RegionDto {
  regionCode: string;
}

export class DistrictPageDto {
  items: DistrictDto[];
  nextCursor: string | null;
  total: number;
}

export class SeatDto {
  latitude: number;
  longitude: number;
}

export class MunicipalityDto extends RegionDto {
  districtCode: string;
  regionCode: string;
  /** Census 2022. @example 105612 */
  population: number;
  /** `unverified`: not seen in a source, only agreeing with a published total; `derived`: a seen total minus others. */
  populationStatus: PopulationStatus;
  /** Computed, not official. @example 636 */
  areaKm2: number;
  seat: SeatDto;
}

export class MunicipalityPageDto {
  items: MunicipalityDto[];
  nextCursor: string | null;
  total: number;
}
