import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Made } from '../platform/http/made.js';
import { type Actor, ALL_ROLES, TOKEN_SCOPES } from './actor.js';
import { CurrentActor, CurrentProof } from './current-actor.decorator.js';
import { CreateTokenDto, NewTokenDto, TokenPageDto, TokenQuery } from './dto/token.dto.js';
import { Roles } from './roles.decorator.js';
import type { Proof } from './route-access.js';
import { TokenService } from './token.service.js';

@Controller('tokens')
@ApiTags('Access')
@Roles(...ALL_ROLES)
export class TokensController {
  constructor(private readonly tokens: TokenService) {}

  /** Makes a personal access token for whoever is signed in. Its secret is shown this once. */
  @Post()
  @ApiCreatedResponse({ type: NewTokenDto })
  async create(
    @Body() body: CreateTokenDto,
    @CurrentActor() actor: Actor,
    @CurrentProof() proof: Proof,
  ): Promise<Made<NewTokenDto>> {
    const held = proof.kind === 'token' ? proof.scopes : TOKEN_SCOPES;
    const { first, token } = await this.tokens.create(actor.id, body, held);
    return new Made(first, token);
  }

  /** One's own tokens, the oldest first, without their secrets. */
  @Get()
  list(@Query() query: TokenQuery, @CurrentActor() actor: Actor): Promise<TokenPageDto> {
    return this.tokens.list(actor.id, query);
  }

  /** Revokes one of one's own tokens, at once. */
  @Delete(':id')
  @HttpCode(204)
  revoke(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.tokens.revoke(id, actor.id);
  }
}
