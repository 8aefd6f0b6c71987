import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize } from 'class-validator';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsFlag,
  IsId,
  IsLatitudeDegrees,
  IsLongitudeDegrees,
  IsNested,
  IsOneOf,
  IsText,
  IsWithoutRepetition,
} from '../../platform/http/validation.js';
import { WAREHOUSE_KINDS, type WarehouseKind } from '../point-kind.js';
import { ContactDto } from './contact.dto.js';
import { PlaceWarningDto } from './delivery-point.dto.js';

const MAXIMUM_KEEPERS = 50;

export class CreateWarehouseDto {
  /** Made by the client, so that the same request can be sent again; made by the server where absent. */
  @IsId({ optional: true })
  id?: string;

  /** @example 'Magacin Niš' */
  @IsText({ max: 200 })
  name: string;

  /** `own` where absent; `partner`: an organisation, regional office or volunteer that keeps stock and passes it on. */
  @IsOneOf(WAREHOUSE_KINDS, { optional: true })
  kind?: WarehouseKind;

  /**
   * One of the 161 of `/municipalities`.
   * @example '79022'
   */
  @IsText({ max: 10 })
  municipalityCode: string;

  /** @example 43.3209 */
  @IsLatitudeDegrees({ optional: true, nullable: true })
  latitude?: number | null;

  /** @example 21.8958 */
  @IsLongitudeDegrees({ optional: true, nullable: true })
  longitude?: number | null;

  @IsNested(() => ContactDto, { optional: true, nullable: true })
  contact?: ContactDto | null;

  /** Users who keep it; a volunteer among them sees it. */
  @IsId({ each: true, optional: true })
  @ArrayMaxSize(MAXIMUM_KEEPERS)
  @IsWithoutRepetition()
  keeperIds?: string[];

  /** False retires it: nothing new is received or planned there. True where absent. */
  @IsFlag({ optional: true })
  active?: boolean;
}

/** Only what changes; null empties a field that may be empty. */
export class ChangeWarehouseDto extends PartialType(OmitType(CreateWarehouseDto, ['id']), {
  skipNullProperties: false,
}) {}

export const NAME_SORTS = ['name', '-name'] as const;
export type NameSort = (typeof NAME_SORTS)[number];

export class WarehouseQuery extends PageQuery {
  /** Finds names, blind to diacritics and script. */
  @IsText({ max: 200, min: 0, optional: true })
  q?: string;

  @IsOneOf(WAREHOUSE_KINDS, { optional: true })
  kind?: WarehouseKind;

  @IsText({ max: 10, optional: true })
  municipality?: string;

  @IsFlag({ optional: true, query: true })
  active?: boolean;

  /** `name` where absent. */
  @IsOneOf(NAME_SORTS, { optional: true })
  sort?: NameSort;
}

export class WarehouseDto {
  id: string;
  name: string;
  kind: WarehouseKind;
  municipalityCode: string;
  latitude: number | null;
  longitude: number | null;
  /** Null for managers: it is personal data. */
  contact: ContactDto | null;
  keeperIds: string[];
  active: boolean;
  /** What is accepted but should be looked at: a position outside the municipality. */
  warnings: PlaceWarningDto[];
  /** Also the ETag. */
  version: number;
  createdAt: string;
  changedAt: string;
}

export class WarehousePageDto {
  items: WarehouseDto[];
  nextCursor: string | null;
  total: number;
}
