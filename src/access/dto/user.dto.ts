import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, Matches, ValidateIf } from 'class-validator';
import { PageQuery } from '../../platform/http/page.js';
import { IsFlag, IsId, IsOneOf, IsPassword, IsText } from '../../platform/http/validation.js';
import { type Role, ROLES } from '../actor.js';
import {
  EMAIL_MAX_LENGTH,
  NAME_MAX_LENGTH,
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
} from '../credentials.js';

/** What is longer is no password but a mistake; the rule's own bound answers with a better sentence. */
const PASSWORD_SHAPE = { min: 1, max: 1000 };

/** Optional, and the rule's bounds in the document. */
function IsNewPassword(choice: { optional: boolean }): PropertyDecorator {
  return (target, property) => {
    if (choice.optional) ValidateIf((_, value) => value !== undefined)(target, property);
    IsPassword(PASSWORD_SHAPE)(target, property);
    ApiProperty({
      required: !choice.optional,
      minLength: PASSWORD_MIN_LENGTH,
      maxLength: PASSWORD_MAX_LENGTH,
      example: 'korak po korak do cilja',
    })(target, property);
  };
}

/** A person who can sign in. */
export class UserDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example ana@example.org */
  email: string;
  /** @example Ana Anić */
  name: string;
  @ApiProperty({ enum: ROLES })
  role: Role;
  /** Whoever is not active cannot sign in, and their sessions and tokens stop working at once. */
  active: boolean;
  /** Whether a password is set; without one nobody can sign in as this person. */
  hasPassword: boolean;
  /** The campaigns that this person works on; null: all. */
  @ApiProperty({ type: [String], nullable: true })
  campaignIds: string[] | null;
  /** The districts that this person works in; null: all. */
  @ApiProperty({ type: [String], nullable: true, example: ['RS123'] })
  districtCodes: string[] | null;
  /** @example 2026-03-01T09:00:00.000Z */
  createdAt: string;
  /** @example 2026-03-01T09:00:00.000Z */
  changedAt: string;
  /** The ETag, as a number. */
  version: number;
}

/** A person's name; all that coordinators see. */
export class UserNameDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example Ana Anić */
  name: string;
}

/** A new person. */
export class CreateUserDto {
  @IsId({ optional: true }) id?: string;
  /** Unique, whatever the case of its letters. */
  @IsText({ max: EMAIL_MAX_LENGTH, example: 'ana@example.org' }) email: string;
  @IsText({ max: NAME_MAX_LENGTH, example: 'Ana Anić' }) name: string;
  @IsOneOf(ROLES) role: Role;
  /** Without one the person cannot sign in until an administrator sets it. */
  @IsNewPassword({ optional: true }) password?: string;
  @IsFlag({ optional: true }) active?: boolean;
  /** The campaigns that this person works on; null or absent: all. */
  @ArrayUnique()
  @IsId({ each: true, optional: true, nullable: true, example: [] })
  campaignIds?: string[] | null;
  /** The districts that this person works in; null or absent: all. */
  @ArrayUnique()
  @Matches(/^RS\d{3}$/, { each: true, message: 'This must be a district, such as RS123.' })
  @IsText({ each: true, optional: true, nullable: true, max: 5, example: ['RS123'] })
  districtCodes?: string[] | null;
}

/** What changes of a person; what is absent stays. A new password signs them out everywhere. */
export class ChangeUserDto {
  @IsText({ max: EMAIL_MAX_LENGTH, optional: true, example: 'ana@example.org' }) email?: string;
  @IsText({ max: NAME_MAX_LENGTH, optional: true, example: 'Ana Anić' }) name?: string;
  @IsOneOf(ROLES, { optional: true }) role?: Role;
  @IsNewPassword({ optional: true }) password?: string;
  @IsFlag({ optional: true }) active?: boolean;
  /** Null: all. */
  @ArrayUnique()
  @IsId({ each: true, optional: true, nullable: true, example: [] })
  campaignIds?: string[] | null;
  /** Null: all. */
  @ArrayUnique()
  @Matches(/^RS\d{3}$/, { each: true, message: 'This must be a district, such as RS123.' })
  @IsText({ each: true, optional: true, nullable: true, max: 5, example: ['RS123'] })
  districtCodes?: string[] | null;
}

export class UserQuery extends PageQuery {
  /** Coordinators may only ask for `volunteer`, `coordinator` or `administrator`. */
  @IsOneOf(ROLES, { optional: true }) role?: Role;
  @IsFlag({ optional: true, query: true }) active?: boolean;
}

export class UserPageDto {
  items: UserDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export class UserNamePageDto {
  items: UserNameDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}

export { IsNewPassword, PASSWORD_SHAPE };
