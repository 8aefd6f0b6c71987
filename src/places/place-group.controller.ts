import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Made } from '../platform/http/made.js';
import { PlaceGroupService } from './place-group.service.js';
import {
  ChangePlaceGroupDto,
  CreatePlaceGroupDto,
  PlaceGroupDto,
  PlaceGroupPageDto,
  PlaceGroupQuery,
} from './dto/place-group.dto.js';

/** Named lists of municipalities, each with its source and date. */
@Controller('place-groups')
@ApiTags('Places')
export class PlaceGroupController {
  constructor(private readonly groups: PlaceGroupService) {}

  /** Makes a place group. The same id and content again is answered with what it made. */
  @Post()
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: PlaceGroupDto })
  @ApiUnprocessableEntityResponse({
    description:
      'A municipality is no coverage unit (`not_a_coverage_unit`, with `useInstead`) or unknown (`unknown_reference`).',
  })
  create(
    @Body() body: CreatePlaceGroupDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<PlaceGroupDto>> {
    return this.groups.create(body, actor.id);
  }

  /** The place groups, in Serbian order. */
  @Get()
  @Roles(...ALL_FIGURES)
  list(@Query() query: PlaceGroupQuery): Promise<PlaceGroupPageDto> {
    return this.groups.list(query);
  }

  /** One place group, with its municipalities. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  get(@Param('id') id: string): Promise<PlaceGroupDto> {
    return this.groups.get(id);
  }

  /** Changes what is named. */
  @Patch(':id')
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiUnprocessableEntityResponse({
    description:
      'A municipality is no coverage unit (`not_a_coverage_unit`, with `useInstead`) or unknown (`unknown_reference`).',
  })
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangePlaceGroupDto,
  ): Promise<PlaceGroupDto> {
    return this.groups.change(id, version, body);
  }

  /** Removes a group that nothing refers to; others are retired with `{"active": false}`. */
  @Delete(':id')
  @HttpCode(204)
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiConflictResponse({ description: 'Others refer to it (`in_use`).' })
  remove(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.groups.remove(id, version);
  }
}
