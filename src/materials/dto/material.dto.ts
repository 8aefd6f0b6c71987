import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page.js';
import {
  IsDecimal,
  IsFlag,
  IsId,
  IsOneOf,
  IsQuantity,
  IsText,
} from '../../platform/http/validation.js';
import { MATERIAL_KINDS, type MaterialKind } from '../material.js';

const CODE = { max: 40, example: 'LEAFLET-SR' };
const NAME = { max: 200, example: 'Leaflet for children' };
const UNIT = { max: 40, example: 'piece' };
const LANGUAGE = { max: 35, example: 'sr-Cyrl' };
/** A tonne a piece, and ten cubic metres. */
const WEIGHT = { min: 0, max: 1_000_000, example: 4.5 };
const VOLUME = { min: 0, max: 10_000_000, example: 6.2 };

/** A new material. */
export class CreateMaterialDto {
  @IsId({ optional: true }) id?: string;
  /** Unique, whatever the case of its letters. */
  @IsText(CODE) code: string;
  @IsText(NAME) name: string;
  /** `print` and `outdoor` are stock; `broadcast` is a file that is aired. */
  @IsOneOf(MATERIAL_KINDS) kind: MaterialKind;
  /** What one is called. */
  @IsText(UNIT) unit: string;
  /** Pieces in a pack; 1 where absent. */
  @IsQuantity({ optional: true, example: 100 }) packSize?: number;
  /** Of one piece; 0 where absent. */
  @IsDecimal({ ...WEIGHT, optional: true }) weightGrams?: number;
  /** Of one piece; 0 where absent. */
  @IsDecimal({ ...VOLUME, optional: true }) volumeCm3?: number;
  /** BCP 47, such as `sr-Cyrl`, `hu`, `sq`, `rom`, `sk`. */
  @IsText(LANGUAGE) language: string;
  /** The material whose variant in another language this is. */
  @IsId({ optional: true, nullable: true }) variantOf?: string | null;
  /** One that is not active is in no new campaign. True where absent. */
  @IsFlag({ optional: true }) active?: boolean;
}

/** What changes of a material; what is absent stays. */
export class ChangeMaterialDto {
  @IsText({ ...CODE, optional: true }) code?: string;
  @IsText({ ...NAME, optional: true }) name?: string;
  /** Stays as it is once a campaign has the material. */
  @IsOneOf(MATERIAL_KINDS, { optional: true }) kind?: MaterialKind;
  @IsText({ ...UNIT, optional: true }) unit?: string;
  @IsQuantity({ optional: true, example: 100 }) packSize?: number;
  @IsDecimal({ ...WEIGHT, optional: true }) weightGrams?: number;
  @IsDecimal({ ...VOLUME, optional: true }) volumeCm3?: number;
  @IsText({ ...LANGUAGE, optional: true }) language?: string;
  /** Null: no longer a variant. */
  @IsId({ optional: true, nullable: true }) variantOf?: string | null;
  @IsFlag({ optional: true }) active?: boolean;
}

/** What is distributed. */
export class MaterialDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example LEAFLET-SR */
  code: string;
  /** @example Leaflet for children */
  name: string;
  @ApiProperty({ enum: MATERIAL_KINDS })
  kind: MaterialKind;
  /** @example piece */
  unit: string;
  /**
   * Pieces in a pack.
   * @example 100
   */
  packSize: number;
  /**
   * Of one piece.
   * @example 4.5
   */
  weightGrams: number;
  /**
   * Of one piece.
   * @example 6.2
   */
  volumeCm3: number;
  /**
   * BCP 47, as the standard writes it.
   * @example sr-Cyrl
   */
  language: string;
  /** The material whose variant in another language this is. */
  @ApiProperty({ type: String, nullable: true })
  variantOf: string | null;
  active: boolean;
  /** @example 2026-03-01T09:00:00.000Z */
  createdAt: string;
  /** @example 2026-03-01T09:00:00.000Z */
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

export class MaterialQuery extends PageQuery {
  /** Searches code and name, without regard to diacritics or script. */
  @IsText({ max: 200, optional: true }) q?: string;
  @IsOneOf(MATERIAL_KINDS, { optional: true }) kind?: MaterialKind;
  @IsText({ ...LANGUAGE, optional: true }) language?: string;
  /** The variants of this material. */
  @IsId({ optional: true }) variantOf?: string;
  @IsFlag({ optional: true, query: true }) active?: boolean;
}

export class MaterialPageDto {
  items: MaterialDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
