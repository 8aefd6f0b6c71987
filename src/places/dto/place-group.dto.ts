import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsDay,
  IsFlag,
  IsId,
  IsOneOf,
  IsText,
  IsWithoutRepetition,
} from '../../platform/http/validation.js';
import { COVERAGE_UNITS } from '../register.js';
import { NAME_SORTS, type NameSort } from './warehouse.dto.js';

export class CreatePlaceGroupDto {
  /** Made by the client, so that the same request can be sent again; made by the server where absent. */
  @IsId({ optional: true })
  id?: string;

  /** @example 'Fourth development group' */
  @IsText({ max: 200 })
  name: string;

  /**
   * Where the list is from; every figure for the group names it.
   * @example 'Ordinance on regional development'
   */
  @IsText({ max: 500 })
  source: string;

  /**
   * The day for which the list held.
   * @example '2014-12-31'
   */
  @IsDay()
  validOn: string;

  /** @example ['70050', '70297'] */
  @IsText({ max: 10, each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(COVERAGE_UNITS)
  @IsWithoutRepetition()
  municipalityCodes: string[];

  /** False retires it: it stays for the figures that name it. True where absent. */
  @IsFlag({ optional: true })
  active?: boolean;
}

/** Only what changes. */
export class ChangePlaceGroupDto extends PartialType(OmitType(CreatePlaceGroupDto, ['id']), {
  skipNullProperties: false,
}) {}

export class PlaceGroupQuery extends PageQuery {
  /** Finds name and source, blind to diacritics and script. */
  @IsText({ max: 200, min: 0, optional: true })
  q?: string;

  @IsFlag({ optional: true, query: true })
  active?: boolean;

  /** `name` where absent. */
  @IsOneOf(NAME_SORTS, { optional: true })
  sort?: NameSort;
}

export class PlaceGroupDto {
  id: string;
  name: string;
  source: string;
  validOn: string;
  /** In Serbian order of the names. */
  municipalityCodes: string[];
  active: boolean;
  /** Also the ETag. */
  version: number;
  createdAt: string;
  changedAt: string;
}

export class PlaceGroupPageDto {
  items: PlaceGroupDto[];
  nextCursor: string | null;
  total: number;
}
