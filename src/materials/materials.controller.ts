import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_ROLES } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Made } from '../platform/http/made.js';
import {
  ChangeMaterialDto,
  CreateMaterialDto,
  MaterialDto,
  MaterialPageDto,
  MaterialQuery,
} from './dto/material.dto.js';
import { MaterialService } from './material.service.js';

@Controller('materials')
@ApiTags('Campaign')
export class MaterialsController {
  constructor(private readonly materials: MaterialService) {}

  /** Makes a material. */
  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: MaterialDto })
  create(
    @Body() body: CreateMaterialDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<MaterialDto>> {
    return this.materials.create(body, actor.id);
  }

  /** Materials by name, in Serbian order. */
  @Get()
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: MaterialPageDto })
  list(@Query() query: MaterialQuery): Promise<MaterialPageDto> {
    return this.materials.list(query);
  }

  /** One material. */
  @Get(':id')
  @Roles(...ALL_ROLES)
  get(@Param('id') id: string): Promise<MaterialDto> {
    return this.materials.get(id);
  }

  /** Changes what is named. */
  @Patch(':id')
  @Roles('administrator')
  @NeedsIfMatch()
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeMaterialDto,
  ): Promise<MaterialDto> {
    return this.materials.change(id, version, body);
  }

  /** Deletes a material that nothing refers to; others are retired with `{"active": false}`. */
  @Delete(':id')
  @HttpCode(204)
  @Roles('administrator')
  @NeedsIfMatch()
  remove(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.materials.remove(id, version);
  }
}
