import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Made } from '../platform/http/made.js';
import { CampaignRecords } from './campaign-records.service.js';
import { CampaignService } from './campaign.service.js';
import {
  CampaignDto,
  CampaignPageDto,
  CampaignQuery,
  ChangeCampaignDto,
  CreateCampaignDto,
} from './dto/campaign.dto.js';

@Controller('campaigns')
@ApiTags('Campaign')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly records: CampaignRecords,
  ) {}

  /** Makes a campaign, with the default flag rules. */
  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: CampaignDto })
  create(
    @Body() body: CreateCampaignDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<CampaignDto>> {
    return this.records.create(body, actor);
  }

  /** Campaigns, the latest first. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: CampaignPageDto })
  list(@Query() query: CampaignQuery, @CurrentActor() actor: Actor): Promise<CampaignPageDto> {
    return this.campaigns.list(actor, query);
  }

  /** One campaign. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CampaignDto> {
    return this.campaigns.get(actor, id);
  }

  /** Changes what is named; funders and materials that are in use stay. */
  @Patch(':id')
  @Roles('administrator')
  @NeedsIfMatch()
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeCampaignDto,
    @CurrentActor() actor: Actor,
  ): Promise<CampaignDto> {
    return this.records.change(id, version, body, actor);
  }

  /** Deletes a campaign that nothing refers to, with its target and flag rules. */
  @Delete(':id')
  @HttpCode(204)
  @Roles('administrator')
  @NeedsIfMatch()
  remove(
    @Param('id') id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.records.remove(id, version, actor);
  }
}
