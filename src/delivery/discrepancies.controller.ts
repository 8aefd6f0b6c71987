import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { Made } from '../platform/http/made.js';
import type { Page } from '../platform/http/page.js';
import { DiscrepancyService } from './discrepancy.service.js';
import {
  DiscrepancyDetailDto,
  DiscrepancyDto,
  DiscrepancyPageDto,
  DiscrepancyQuery,
  ResolveDiscrepancyDto,
} from './dto/discrepancy.dto.js';
import { ResolveDiscrepancy } from './resolve-discrepancy.service.js';

/** The differences between what was sent and what was confirmed. */
@ApiTags('Delivery')
@Controller('discrepancies')
export class DiscrepanciesController {
  constructor(
    private readonly discrepancies: DiscrepancyService,
    private readonly resolving: ResolveDiscrepancy,
  ) {}

  /** The oldest first. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: DiscrepancyPageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: DiscrepancyQuery,
  ): Promise<Page<DiscrepancyDto>> {
    return this.discrepancies.list(query, actor);
  }

  /** One discrepancy, with how it was resolved. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: DiscrepancyDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DiscrepancyDetailDto> {
    return this.discrepancies.get(id.toLowerCase(), actor);
  }

  /**
   * Accounts for pieces. Unexplained ones are booked from transit to where they were found to be; missing or damaged ones stay
   * as booked, or are reversed and booked as something else; a surplus (`delivered`, `counted_wrong`) only closes.
   */
  @Post(':id/resolve')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: DiscrepancyDetailDto })
  resolve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ResolveDiscrepancyDto,
  ): Promise<Made<DiscrepancyDetailDto>> {
    return this.resolving.resolve(actor, id.toLowerCase(), body);
  }
}
