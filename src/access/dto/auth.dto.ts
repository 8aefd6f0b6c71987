import { ApiProperty } from '@nestjs/swagger';
import { IsPassword, IsText } from '../../platform/http/validation.js';
import { type Role, ROLES } from '../actor.js';
import { EMAIL_MAX_LENGTH, NAME_MAX_LENGTH } from '../credentials.js';
import { IsNewPassword, PASSWORD_SHAPE } from './user.dto.js';

export class LoginDto {
  @IsText({ max: EMAIL_MAX_LENGTH, example: 'ana@example.org' }) email: string;
  @IsPassword(PASSWORD_SHAPE) password: string;
}

/** Whoever is signed in. */
export class MyselfDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example ana@example.org */
  email: string;
  /** @example Ana Anić */
  name: string;
  @ApiProperty({ enum: ROLES })
  role: Role;
  /** Null: all. */
  @ApiProperty({ type: [String], nullable: true })
  campaignIds: string[] | null;
  /** Null: all. */
  @ApiProperty({ type: [String], nullable: true, example: ['RS123'] })
  districtCodes: string[] | null;
}

export class SignedInDto {
  user: MyselfDto;
  /** Send it back as `X-CSRF-Token` with every request that changes something. */
  csrfToken: string;
}

export class MeDto {
  user: MyselfDto;
  /** Null for requests with a personal access token, which need none. */
  @ApiProperty({ type: String, nullable: true })
  csrfToken: string | null;
}

export class FirstAdministratorDto {
  /** From the link that start printed. */
  @IsText({ max: 200, example: 'Zk3v…' }) token: string;
  @IsText({ max: EMAIL_MAX_LENGTH, example: 'ana@example.org' }) email: string;
  @IsText({ max: NAME_MAX_LENGTH, example: 'Ana Anić' }) name: string;
  @IsNewPassword({ optional: false }) password: string;
}

/** One's own password, changed. */
export class OwnPasswordDto {
  @IsPassword(PASSWORD_SHAPE) currentPassword: string;
  @IsNewPassword({ optional: false }) newPassword: string;
}
