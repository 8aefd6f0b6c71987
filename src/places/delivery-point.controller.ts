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
import { Lang, type Language, say } from '../platform/http/language.js';
import { Made } from '../platform/http/made.js';
import type { DeliveryPoint } from './delivery-point.js';
import { DeliveryPointService } from './delivery-point.service.js';
import {
  ChangeDeliveryPointDto,
  CreateDeliveryPointDto,
  DeliveryPointDto,
  DeliveryPointPageDto,
  DeliveryPointQuery,
  PlaceWarningDto,
} from './dto/delivery-point.dto.js';
import { KeepDeliveryPoints } from './keep-delivery-points.service.js';
import { type MaybePosition, warnOfPosition } from './place-position.js';
import { Register } from './register.service.js';
import { seesContacts } from './visibility.js';

const REFUSED =
  'The municipality is no coverage unit (`not_a_coverage_unit`, with `useInstead`) or unknown (`unknown_reference`), or the ' +
  'position lies over 1 km outside it (`position_outside`).';

/** Where consignments are handed over. */
@Controller('delivery-points')
@ApiTags('Places')
export class DeliveryPointController {
  constructor(
    private readonly points: DeliveryPointService,
    private readonly keep: KeepDeliveryPoints,
    private readonly register: Register,
  ) {}

  /** Makes a delivery point. The same id and content again is answered with what it made. */
  @Post()
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: DeliveryPointDto })
  @ApiConflictResponse({ description: 'Its code is taken (`duplicate`), or its id (`id_reused`).' })
  @ApiUnprocessableEntityResponse({ description: REFUSED })
  async create(
    @Body() body: CreateDeliveryPointDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<Made<DeliveryPointDto>> {
    const made = await this.keep.create(body, actor);
    return new Made(made.first, this.describe(made.body, actor, language));
  }

  /** Delivery points. Confidential ones are listed, found and counted for coordinators and administrators only. */
  @Get()
  @Roles(...ALL_FIGURES)
  async list(
    @Query() query: DeliveryPointQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<DeliveryPointPageDto> {
    const page = await this.points.list(query, actor);
    return { ...page, items: page.items.map((point) => this.describe(point, actor, language)) };
  }

  /** One delivery point; a confidential one is found only by those who may see it. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  async get(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<DeliveryPointDto> {
    return this.describe(await this.points.get(id, actor), actor, language);
  }

  /** Changes what is named. A point that was sent something keeps its municipality (`conflict`). */
  @Patch(':id')
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiConflictResponse({
    description: 'Its code is taken (`duplicate`), or it keeps its municipality (`conflict`).',
  })
  @ApiUnprocessableEntityResponse({ description: REFUSED })
  async change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeDeliveryPointDto,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<DeliveryPointDto> {
    return this.describe(await this.keep.change(id, version, body, actor), actor, language);
  }

  /** Removes a point that nothing refers to; others are retired with `{"active": false}`. */
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
    return this.keep.remove(id, version, actor);
  }

  private describe(point: DeliveryPoint, actor: Actor, language: Language): DeliveryPointDto {
    return {
      id: point.id,
      code: point.code,
      name: point.name,
      kind: point.kind,
      tags: point.tags,
      municipalityCode: point.municipalityCode,
      settlement: point.settlement,
      address: point.address,
      postcode: point.postcode,
      latitude: point.latitude,
      longitude: point.longitude,
      contact: seesContacts(actor) ? point.contact : null,
      audience: point.audience,
      hours: point.hours,
      note: point.note,
      active: point.active,
      confidential: point.confidential,
      warnings: describeWarnings(this.register, point, language),
      version: point.version,
      createdAt: point.createdAt,
      changedAt: point.changedAt,
    };
  }
}

/** A position that was accepted although it lies outside. */
export function describeWarnings(
  register: Register,
  place: MaybePosition & { readonly municipalityCode: string },
  language: Language,
): PlaceWarningDto[] {
  const unit = register.unit(place.municipalityCode);
  const warning = unit === undefined ? undefined : warnOfPosition(register.cells, place, unit);
  return warning === undefined
    ? []
    : [{ code: 'position_outside', message: say(warning, language) }];
}
