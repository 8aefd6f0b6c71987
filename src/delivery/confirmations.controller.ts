import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_ROLES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { Lang, type Language } from '../platform/http/language.js';
import type { Made } from '../platform/http/made.js';
import type { Page } from '../platform/http/page.js';
import { ConfirmationService } from './confirmation.service.js';
import { ConfirmDelivery } from './confirm-delivery.service.js';
import {
  ConfirmationAnswerDto,
  ConfirmationDetailDto,
  ConfirmationDto,
  ConfirmationPageDto,
  ConfirmationQuery,
  ConfirmationRowDto,
  SyncAnswerDto,
  SyncDto,
} from './dto/confirmation.dto.js';
import { ReadsItemsOneByOne } from '../platform/http/well-formed.guard.js';
import { SyncConfirmations } from './sync-confirmations.service.js';

/** What those who hand consignments over say about it. */
@ApiTags('Delivery')
@Controller('confirmations')
export class ConfirmationsController {
  constructor(
    private readonly confirmations: ConfirmationService,
    private readonly confirming: ConfirmDelivery,
    private readonly syncing: SyncConfirmations,
  ) {}

  /**
   * Says what was handed over. Accepted, held and conflicting ones are 201; the same id with the same content again is 200 with
   * its present status. What is refused books nothing; its text is kept for the coordinator.
   */
  @Post()
  @Roles(...COORDINATORS, 'volunteer')
  @ApiBody({ type: ConfirmationDto })
  @ApiCreatedResponse({ type: ConfirmationAnswerDto })
  confirm(
    @CurrentActor() actor: Actor,
    @Body() body: object,
  ): Promise<Made<ConfirmationAnswerDto>> {
    return this.confirming.confirm(actor, body);
  }

  /** Up to 500 confirmations, each by itself, in the order sent: one bad item spoils no other. */
  @Post('sync')
  @ReadsItemsOneByOne()
  @HttpCode(200)
  @Roles(...COORDINATORS, 'volunteer')
  @ApiOkResponse({ type: SyncAnswerDto })
  async sync(
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
    @Body() body: SyncDto,
  ): Promise<SyncAnswerDto> {
    return { results: await this.syncing.sync(actor, body.confirmations, language) };
  }

  /** In order of receipt. A volunteer sees what they sent; recipients' names, positions and notes are for coordinators and the sender. */
  @Get()
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: ConfirmationPageDto })
  list(
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
    @Query() query: ConfirmationQuery,
  ): Promise<Page<ConfirmationRowDto>> {
    return this.confirmations.list(query, actor, language);
  }

  /** One confirmation, with what coordinators did to it. */
  @Get(':id')
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: ConfirmationDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ConfirmationDetailDto> {
    return this.confirmations.get(id, actor);
  }
}
