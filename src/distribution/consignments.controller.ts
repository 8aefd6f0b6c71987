import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_ROLES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatchOptional, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Page } from '../platform/http/page.js';
import { ConsignmentService } from './consignment.service.js';
import {
  ConsignmentDetailDto,
  type ConsignmentDto,
  ConsignmentPageDto,
  ConsignmentQuery,
  TrackingDto,
} from './dto/consignment.dto.js';
import { TrackConsignmentService } from './track-consignment.service.js';

/** What goes to each delivery point. */
@ApiTags('Distribution')
@Controller('consignments')
export class ConsignmentsController {
  constructor(
    private readonly consignments: ConsignmentService,
    private readonly tracks: TrackConsignmentService,
  ) {}

  /** Consignments that the caller may see; a volunteer's are those assigned to them now. */
  @Get()
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: ConsignmentPageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ConsignmentQuery,
  ): Promise<Page<ConsignmentDto>> {
    return this.consignments.list(actor, query);
  }

  /** One consignment, with its lines, packages and tracking numbers. */
  @Get(':id')
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: ConsignmentDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ConsignmentDetailDto> {
    return this.consignments.get(actor, id);
  }

  /** Sets the carrier's numbers. If-Match is needed only where other numbers are there already. */
  @Put(':id/tracking')
  @Roles(...COORDINATORS)
  @NeedsIfMatch(false)
  @ApiOkResponse({ type: ConsignmentDetailDto })
  track(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatchOptional() version: number | undefined,
    @Body() body: TrackingDto,
  ): Promise<ConsignmentDetailDto> {
    return this.tracks.track(actor, id, version, body.trackingNumbers);
  }
}
