import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { type Actor, ALL_ROLES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import { Lang, type Language } from '../platform/http/language.js';
import { Made } from '../platform/http/made.js';
import { describeWarnings } from './delivery-point.controller.js';
import {
  ChangeWarehouseDto,
  CreateWarehouseDto,
  WarehouseDto,
  WarehousePageDto,
  WarehouseQuery,
} from './dto/warehouse.dto.js';
import { Register } from './register.service.js';
import { seesContacts } from './visibility.js';
import { type Warehouse, WarehouseService } from './warehouse.service.js';

const REFUSED =
  'The municipality is no coverage unit (`not_a_coverage_unit`, with `useInstead`), or it, or a keeper, is unknown (`unknown_reference`).';

/** Where stock is kept: own warehouses, and partners'. */
@Controller('warehouses')
@ApiTags('Places')
export class WarehouseController {
  constructor(
    private readonly warehouses: WarehouseService,
    private readonly register: Register,
  ) {}

  /** Makes a warehouse. The same id and content again is answered with what it made. */
  @Post()
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: WarehouseDto })
  @ApiUnprocessableEntityResponse({ description: REFUSED })
  async create(
    @Body() body: CreateWarehouseDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<Made<WarehouseDto>> {
    const made = await this.warehouses.create(body, actor);
    return new Made(made.first, this.describe(made.body, actor, language));
  }

  /** Warehouses; a volunteer sees those that they keep. */
  @Get()
  @Roles(...ALL_ROLES)
  async list(
    @Query() query: WarehouseQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<WarehousePageDto> {
    const page = await this.warehouses.list(query, actor);
    return { ...page, items: page.items.map((each) => this.describe(each, actor, language)) };
  }

  /** One warehouse. */
  @Get(':id')
  @Roles(...ALL_ROLES)
  async get(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<WarehouseDto> {
    return this.describe(await this.warehouses.get(id, actor), actor, language);
  }

  /** Changes what is named. */
  @Patch(':id')
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiUnprocessableEntityResponse({ description: REFUSED })
  async change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeWarehouseDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<WarehouseDto> {
    return this.describe(await this.warehouses.change(id, version, body, actor), actor, language);
  }

  /** Removes a warehouse that never held anything; others are retired with `{"active": false}`. */
  @Delete(':id')
  @HttpCode(204)
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiConflictResponse({ description: 'Others refer to it (`in_use`).' })
  remove(
    @Param('id') id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.warehouses.remove(id, version, actor);
  }

  private describe(warehouse: Warehouse, actor: Actor, language: Language): WarehouseDto {
    return {
      id: warehouse.id,
      name: warehouse.name,
      kind: warehouse.kind,
      municipalityCode: warehouse.municipalityCode,
      latitude: warehouse.latitude,
      longitude: warehouse.longitude,
      contact: seesContacts(actor) ? warehouse.contact : null,
      keeperIds: warehouse.keeperIds,
      active: warehouse.active,
      warnings: describeWarnings(this.register, warehouse, language),
      version: warehouse.version,
      createdAt: warehouse.createdAt,
      changedAt: warehouse.changedAt,
    };
  }
}
