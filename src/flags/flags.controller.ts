import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ALL_FIGURES, COORDINATORS, type Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { Lang, type Language } from '../platform/http/language.js';
import type { Made } from '../platform/http/made.js';
import {
  AcknowledgeFlagDto,
  AssignFlagDto,
  FlagPageDto,
  FlagQuery,
  FlagWithHistoryDto,
  ReopenFlagDto,
  ResolveFlagDto,
} from './dto/flag.dto.js';
import { FlagCommands } from './flag-commands.service.js';
import { FlagService } from './flag.service.js';

const NOT_ALLOWED = { description: 'The flag is in another state (`illegal_transition`).' };

@Controller('flags')
@ApiTags('Flags')
export class FlagsController {
  constructor(
    private readonly flags: FlagService,
    private readonly commands: FlagCommands,
  ) {}

  /** What the scheduled checks found, the latest first. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: FlagPageDto })
  list(
    @Query() query: FlagQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<FlagPageDto> {
    return this.flags.list(query, actor, language);
  }

  /** One flag with its history. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  get(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<FlagWithHistoryDto> {
    return this.flags.get(id, actor, language);
  }

  /** Says that somebody is on it; it does not rise in severity meanwhile. */
  @Post(':id/acknowledge')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: FlagWithHistoryDto })
  @ApiConflictResponse(NOT_ALLOWED)
  acknowledge(
    @Param('id') id: string,
    @Body() body: AcknowledgeFlagDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<Made<FlagWithHistoryDto>> {
    return this.commands.acknowledge(id, body, { actor, language });
  }

  /** Resolves it by hand: it is not raised again until its cause was once gone. */
  @Post(':id/resolve')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: FlagWithHistoryDto })
  @ApiConflictResponse(NOT_ALLOWED)
  resolve(
    @Param('id') id: string,
    @Body() body: ResolveFlagDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<Made<FlagWithHistoryDto>> {
    return this.commands.resolve(id, body, { actor, language });
  }

  /** Undoes a resolution by hand. */
  @Post(':id/reopen')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: FlagWithHistoryDto })
  @ApiConflictResponse(NOT_ALLOWED)
  reopen(
    @Param('id') id: string,
    @Body() body: ReopenFlagDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<Made<FlagWithHistoryDto>> {
    return this.commands.reopen(id, body, { actor, language });
  }

  /** Says whose it is. */
  @Post(':id/assign')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: FlagWithHistoryDto })
  @ApiConflictResponse(NOT_ALLOWED)
  assign(
    @Param('id') id: string,
    @Body() body: AssignFlagDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<Made<FlagWithHistoryDto>> {
    return this.commands.assign(id, body, { actor, language });
  }
}
