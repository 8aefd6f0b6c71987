import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize } from 'class-validator';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsCount,
  IsFlag,
  IsId,
  IsLatitudeDegrees,
  IsLongitudeDegrees,
  IsNested,
  IsOneOf,
  IsText,
  IsWithoutRepetition,
} from '../../platform/http/validation.js';
import { POINT_KINDS, type PointKind } from '../point-kind.js';
import { ContactDto } from './contact.dto.js';

const MAXIMUM_TAGS = 20;

export class CreateDeliveryPointDto {
  /** Made by the client, so that the same request can be sent again; made by the server where absent. */
  @IsId({ optional: true })
  id?: string;

  /**
   * Unique, such as a ministry's school number.
   * @example '1441'
   */
  @IsText({ max: 60, optional: true, nullable: true })
  code?: string | null;

  /** @example 'Gimnazija Čačak' */
  @IsText({ max: 300 })
  name: string;

  @IsOneOf(POINT_KINDS)
  kind: PointKind;

  /** @example ['secondary'] */
  @IsText({ max: 60, each: true, optional: true })
  @ArrayMaxSize(MAXIMUM_TAGS)
  @IsWithoutRepetition()
  tags?: string[];

  /**
   * One of the 161 of `/municipalities`. `79014` (Beograd) alone is refused with its 17 to choose from.
   * @example '71242'
   */
  @IsText({ max: 10 })
  municipalityCode: string;

  /** @example 'Čačak' */
  @IsText({ max: 120, optional: true, nullable: true })
  settlement?: string | null;

  /** @example 'Župana Stracimira 1' */
  @IsText({ max: 300 })
  address: string;

  /** @example '32000' */
  @IsText({ max: 20, optional: true, nullable: true })
  postcode?: string | null;

  /**
   * Over 1 km outside the municipality it is refused, nearer it is accepted with a warning.
   * @example 43.8914
   */
  @IsLatitudeDegrees({ optional: true, nullable: true })
  latitude?: number | null;

  /** @example 20.3497 */
  @IsLongitudeDegrees({ optional: true, nullable: true })
  longitude?: number | null;

  @IsNested(() => ContactDto, { optional: true, nullable: true })
  contact?: ContactDto | null;

  /**
   * How many people it serves, such as a school's pupils.
   * @example 710
   */
  @IsCount({ optional: true, nullable: true })
  audience?: number | null;

  /** @example 'weekdays 8-14' */
  @IsText({ max: 300, optional: true, nullable: true })
  hours?: string | null;

  @IsText({ max: 2000, optional: true, nullable: true })
  note?: string | null;

  /** False retires it: nothing new is sent there. True where absent. */
  @IsFlag({ optional: true })
  active?: boolean;

  /** Seen only by those who deliver there and coordinators. Where absent, true for a shelter, else false. */
  @IsFlag({ optional: true })
  confidential?: boolean;
}

/** Only what changes; null empties a field that may be empty. */
export class ChangeDeliveryPointDto extends PartialType(OmitType(CreateDeliveryPointDto, ['id']), {
  skipNullProperties: false,
}) {}

export const POINT_SORTS = ['name', '-name', 'municipality', 'changedAt', '-changedAt'] as const;
export type PointSort = (typeof POINT_SORTS)[number];

export class DeliveryPointQuery extends PageQuery {
  /** Finds name, code, settlement and address, blind to diacritics and script. */
  @IsText({ max: 200, min: 0, optional: true })
  q?: string;

  @IsOneOf(POINT_KINDS, { optional: true })
  kind?: PointKind;

  @IsText({ max: 60, optional: true })
  tag?: string;

  @IsText({ max: 10, optional: true })
  municipality?: string;

  @IsText({ max: 10, optional: true })
  district?: string;

  @IsText({ max: 10, optional: true })
  region?: string;

  /** Id of a place group. */
  @IsId({ optional: true })
  group?: string;

  @IsFlag({ optional: true, query: true })
  active?: boolean;

  /** `name` where absent. */
  @IsOneOf(POINT_SORTS, { optional: true })
  sort?: PointSort;
}

export class PlaceWarningDto {
  /** @example 'position_outside' */
  code: string;
  /** @example 'The position lies 340 m outside Čačak.' */
  message: string;
}

export class DeliveryPointDto {
  id: string;
  code: string | null;
  name: string;
  kind: PointKind;
  tags: string[];
  municipalityCode: string;
  settlement: string | null;
  address: string;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Null for managers: it is personal data. */
  contact: ContactDto | null;
  audience: number | null;
  hours: string | null;
  note: string | null;
  active: boolean;
  confidential: boolean;
  /** What is accepted but should be looked at: a position that lies up to 1 km outside the municipality. */
  warnings: PlaceWarningDto[];
  /** Also the ETag. */
  version: number;
  createdAt: string;
  changedAt: string;
}

export class DeliveryPointPageDto {
  items: DeliveryPointDto[];
  nextCursor: string | null;
  total: number;
}
