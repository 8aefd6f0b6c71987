import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ALL_FIGURES, type Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Made } from '../platform/http/made.js';
import {
  ChangeFlagRuleDto,
  CreateFlagRuleDto,
  FlagRuleDto,
  FlagRulePageDto,
  FlagRuleQuery,
} from './dto/flag-rule.dto.js';
import { FlagRuleService } from './flag-rule.service.js';
import { KeepFlagRules } from './keep-flag-rules.service.js';

@Controller('flag-rules')
@ApiTags('Flags')
export class FlagRulesController {
  constructor(
    private readonly rules: FlagRuleService,
    private readonly keep: KeepFlagRules,
  ) {}

  /** Makes a flag rule. */
  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: FlagRuleDto })
  create(
    @Body() body: CreateFlagRuleDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<FlagRuleDto>> {
    return this.keep.create(body, actor);
  }

  /** Flag rules, in the order in which they were made. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: FlagRulePageDto })
  list(@Query() query: FlagRuleQuery, @CurrentActor() actor: Actor): Promise<FlagRulePageDto> {
    return this.rules.list(query, actor);
  }

  /** One flag rule. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<FlagRuleDto> {
    return this.rules.get(id, actor);
  }

  /** Changes what is named; its kind and campaign stay. */
  @Patch(':id')
  @Roles('administrator')
  @NeedsIfMatch()
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeFlagRuleDto,
    @CurrentActor() actor: Actor,
  ): Promise<FlagRuleDto> {
    return this.keep.change(id, version, body, actor);
  }

  /** Deletes a rule that never raised a flag; others are switched off with `{"enabled": false}`. */
  @Delete(':id')
  @HttpCode(204)
  @Roles('administrator')
  @NeedsIfMatch()
  remove(
    @Param('id') id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.keep.remove(id, version, actor);
  }
}
