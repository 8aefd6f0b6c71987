import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import { Lang, type Language, say } from '../platform/http/language.js';
import type { Made } from '../platform/http/made.js';
import { Register } from '../places/register.service.js';
import {
  ChangeTargetRuleDto,
  CreateTargetRuleDto,
  PreviewTargetRuleDto,
  TargetRuleDto,
  TargetRulePageDto,
  TargetRulePreviewDto,
  TargetRuleQuery,
} from './dto/target-rule.dto.js';
import { PreviewTargetRule } from './preview-target-rule.service.js';
import { TargetRuleService } from './target-rule.service.js';

@Controller('campaigns/:campaignId/target-rules')
@ApiTags('Campaign')
export class TargetRulesController {
  constructor(
    private readonly rules: TargetRuleService,
    private readonly previews: PreviewTargetRule,
    private readonly register: Register,
  ) {}

  /** Makes a rule. A second of the same material, kind and scope (and choice of points) is a conflict. */
  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: TargetRuleDto })
  create(
    @Param('campaignId') campaignId: string,
    @Body() body: CreateTargetRuleDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<TargetRuleDto>> {
    return this.rules.create(actor, campaignId, body);
  }

  /** The campaign's rules, by id: the oldest first where their ids tell of time. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: TargetRulePageDto })
  list(
    @Param('campaignId') campaignId: string,
    @Query() query: TargetRuleQuery,
    @CurrentActor() actor: Actor,
  ): Promise<TargetRulePageDto> {
    return this.rules.list(actor, campaignId, query);
  }

  /** What a rule would make of the 161 targets of its material. Changes nothing; what saving would refuse is refused alike. */
  @Post('preview')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: TargetRulePreviewDto })
  async preview(
    @Param('campaignId') campaignId: string,
    @Body() body: PreviewTargetRuleDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<TargetRulePreviewDto> {
    const { changes, totals } = await this.previews.run(actor, campaignId, body);
    const items = changes.map(({ before, after }) => ({
      municipalityCode: after.municipalityCode,
      name: this.register.nameOf(this.register.unit(after.municipalityCode)!, language),
      before: before.quantity,
      after: after.quantity,
      source: after.source,
      explanation: say(after.explanation, language),
    }));
    return { materialId: body.materialId, items, totals };
  }

  /** One target rule. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  get(
    @Param('campaignId') campaignId: string,
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<TargetRuleDto> {
    return this.rules.get(actor, campaignId, id);
  }

  /** Changes what is named, from now on; what it said before still counts for the past. */
  @Patch(':id')
  @Roles('administrator')
  @NeedsIfMatch()
  change(
    @Param('campaignId') campaignId: string,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeTargetRuleDto,
    @CurrentActor() actor: Actor,
  ): Promise<TargetRuleDto> {
    return this.rules.change(actor, campaignId, id, version, body);
  }

  /** Ends the rule, from now on. */
  @Delete(':id')
  @HttpCode(204)
  @Roles('administrator')
  @NeedsIfMatch()
  remove(
    @Param('campaignId') campaignId: string,
    @Param('id') id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.rules.remove(actor, campaignId, id, version);
  }
}
