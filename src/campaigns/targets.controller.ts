import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, IfMatchOptional, NeedsIfMatch } from '../platform/http/if-match.js';
import { Lang, type Language, say } from '../platform/http/language.js';
import { Made } from '../platform/http/made.js';
import { OverrideDto, TargetDto, TargetPageDto, TargetQuery } from './dto/target.dto.js';
import { ListTargets } from './list-targets.service.js';
import { TargetOverrides } from './target-override.service.js';
import type { Target } from './target.service.js';

@Controller('campaigns/:campaignId/targets')
@ApiTags('Campaign')
export class TargetsController {
  constructor(
    private readonly listTargets: ListTargets,
    private readonly overrides: TargetOverrides,
  ) {}

  /** Each municipality with each of the campaign's materials, and how its target came about. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: TargetPageDto })
  async list(
    @Param('campaignId') campaignId: string,
    @Query() query: TargetQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<TargetPageDto> {
    const page = await this.listTargets.run(actor, campaignId, query);
    return { ...page, items: page.items.map((target) => present(target, language)) };
  }

  /** One target, and how it came about. */
  @Get(':municipalityCode/:materialId')
  @Roles(...ALL_FIGURES)
  async get(
    @Param('campaignId') campaignId: string,
    @Param('municipalityCode') municipalityCode: string,
    @Param('materialId') materialId: string,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<TargetDto> {
    const key = { campaignId, municipalityCode, materialId };
    return present(await this.listTargets.one(actor, key), language);
  }

  /** Sets a target by hand, whatever the rules give; `If-Match` where one is set already. */
  @Put(':municipalityCode/:materialId')
  @Roles(...COORDINATORS)
  @NeedsIfMatch(false)
  @ApiOkResponse({ type: TargetDto, description: 'The override was replaced, or was so already.' })
  @ApiCreatedResponse({ type: TargetDto })
  async override(
    @Param('campaignId') campaignId: string,
    @Param('municipalityCode') municipalityCode: string,
    @Param('materialId') materialId: string,
    @IfMatchOptional() version: number | undefined,
    @Body() body: OverrideDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<Made<TargetDto>> {
    const key = { campaignId, municipalityCode, materialId };
    const made = await this.overrides.put(actor, key, version, body);
    return new Made(made.first, present(made.body, language));
  }

  /** Drops the override: the rules count again. */
  @Delete(':municipalityCode/:materialId')
  @HttpCode(204)
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  drop(
    @Param('campaignId') campaignId: string,
    @Param('municipalityCode') municipalityCode: string,
    @Param('materialId') materialId: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.overrides.drop(actor, { campaignId, municipalityCode, materialId }, version);
  }
}

function present(target: Target, language: Language): TargetDto {
  const { municipalityCode, materialId, quantity, source, explanation, reason, overrideVersion } =
    target;
  return {
    municipalityCode,
    materialId,
    quantity,
    source,
    explanation: say(explanation, language),
    reason,
    version: overrideVersion,
  };
}
