import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique } from 'class-validator';
import { PageQuery } from '../../platform/http/page.js';
import { IsId, IsInstant, IsOneOf, IsText } from '../../platform/http/validation.js';
import { TOKEN_SCOPES, type TokenScope } from '../actor.js';

/** A personal access token. */
export class TokenDto {
  /** @example 01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e */
  id: string;
  /** @example nightly report */
  name: string;
  @ApiProperty({ enum: TOKEN_SCOPES, isArray: true })
  scopes: TokenScope[];
  /** @example 2026-03-01T09:00:00.000Z */
  createdAt: string;
  /** To within minutes; null: never. */
  @ApiProperty({ type: String, nullable: true, example: '2026-03-01T09:00:00.000Z' })
  lastUsedAt: string | null;
  /** Null: it does not expire. */
  @ApiProperty({ type: String, nullable: true, example: null })
  expiresAt: string | null;
}

export class NewTokenDto extends TokenDto {
  /** Send it as `Authorization: Bearer …`. Shown this once: absent where the request is repeated. */
  token?: string;
}

export class CreateTokenDto {
  @IsId({ optional: true }) id?: string;
  @IsText({ max: 100, example: 'nightly report' }) name: string;
  /** `read`: what only reads; `write`: all else. Both where absent. */
  @ArrayUnique()
  @IsOneOf(TOKEN_SCOPES, { each: true, optional: true })
  scopes?: TokenScope[];
  /** It does not expire where absent. */
  @IsInstant({ optional: true }) expiresAt?: string;
}

export class TokenQuery extends PageQuery {}

export class TokenPageDto {
  items: TokenDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  total: number;
}
