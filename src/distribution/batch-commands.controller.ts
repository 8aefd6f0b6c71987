import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { Made } from '../platform/http/made.js';
import { AssignBatchService } from './assign-batch.service.js';
import {
  AssignBatchDto,
  CommandDto,
  FillBatchDto,
  PackBatchDto,
  PlanBatchDto,
} from './dto/batch-command.dto.js';
import { BatchDetailDto } from './dto/batch.dto.js';
import { FillBatchService } from './fill-batch.service.js';
import { PackBatchService } from './pack-batch.service.js';
import { PlanBatchService } from './plan-batch.service.js';
import { UnplanBatchService } from './unplan-batch.service.js';

/** What is done to a batch before it leaves. Every command answers the batch as it then is. */
@ApiTags('Distribution')
@Controller('batches/:id')
export class BatchCommandsController {
  constructor(
    private readonly fills: FillBatchService,
    private readonly plans: PlanBatchService,
    private readonly unplans: UnplanBatchService,
    private readonly packs: PackBatchService,
    private readonly assigns: AssignBatchService,
  ) {}

  /** Adds chosen delivery points to a draft: so many pieces each, or up to their municipalities' targets. */
  @Post('fill')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  fill(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FillBatchDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.fills.fill(actor, id, body);
  }

  /** Reserves stock, oldest print run first where none is named. Too little: 409 with every short line. */
  @Post('plan')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  plan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: PlanBatchDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.plans.plan(actor, id, body);
  }

  /** Takes a planned or packed batch back to draft and releases what it reserved. */
  @Post('unplan')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  unplan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CommandDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.unplans.unplan(actor, id, body);
  }

  /** Packs a planned batch: one package a consignment, unless told otherwise. */
  @Post('pack')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  pack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: PackBatchDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.packs.pack(actor, id, body);
  }

  /** Says who hands over all consignments of the batch, or some, from now on. */
  @Post('assign')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  assign(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: AssignBatchDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.assigns.assign(actor, id, body);
  }
}
