import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Made } from '../platform/http/made.js';
import { ClosureService } from './closure.service.js';
import {
  ChangeClosureDto,
  CreateClosureDto,
  ClosureDto,
  ClosurePageDto,
  ClosureQuery,
} from './dto/closure.dto.js';

/** Days on which points cannot receive; they do not count when silence and lateness are measured. */
@Controller('closures')
@ApiTags('Places')
export class ClosureController {
  constructor(private readonly closures: ClosureService) {}

  /** Makes a closure. The same id and content again is answered with what it made. */
  @Post()
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: ClosureDto })
  @ApiUnprocessableEntityResponse({
    description:
      'It ends before it starts (`rule`), or a municipality or the group is unknown (`unknown_reference`, `not_a_coverage_unit`).',
  })
  create(@Body() body: CreateClosureDto, @CurrentActor() actor: Actor): Promise<Made<ClosureDto>> {
    return this.closures.create(body, actor.id);
  }

  /** The closures, by their first day. */
  @Get()
  @Roles(...ALL_FIGURES)
  list(@Query() query: ClosureQuery): Promise<ClosurePageDto> {
    return this.closures.list(query);
  }

  /** One closure. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  get(@Param('id') id: string): Promise<ClosureDto> {
    return this.closures.get(id);
  }

  /** Changes what is named. */
  @Patch(':id')
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiUnprocessableEntityResponse({
    description:
      'It ends before it starts (`rule`), or a municipality or the group is unknown (`unknown_reference`, `not_a_coverage_unit`).',
  })
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeClosureDto,
  ): Promise<ClosureDto> {
    return this.closures.change(id, version, body);
  }

  /** Removes a closure. */
  @Delete(':id')
  @HttpCode(204)
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  remove(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.closures.remove(id, version);
  }
}
