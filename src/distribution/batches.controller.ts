import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Made } from '../platform/http/made.js';
import type { Page } from '../platform/http/page.js';
import { BatchService } from './batch.service.js';
import { DraftBatchService } from './draft-batch.service.js';
import {
  BatchDetailDto,
  type BatchDto,
  BatchPageDto,
  BatchQuery,
  ChangeBatchDto,
  CreateBatchDto,
} from './dto/batch.dto.js';

/** Trips and mailings, while they are drafts and to be read. */
@ApiTags('Distribution')
@Controller('batches')
export class BatchesController {
  constructor(
    private readonly batches: BatchService,
    private readonly drafts: DraftBatchService,
  ) {}

  /** Batches, newest first. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: BatchPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: BatchQuery): Promise<Page<BatchDto>> {
    return this.batches.list(actor, query);
  }

  /** One batch with its consignments, their lines, state and packages. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: BatchDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BatchDetailDto> {
    return this.batches.get(actor, id);
  }

  /** Makes a draft. Nothing is reserved yet. */
  @Post()
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateBatchDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.drafts.create(actor, body);
  }

  /** Changes a draft: only what is given. */
  @Patch(':id')
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiOkResponse({ type: BatchDetailDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeBatchDto,
  ): Promise<BatchDetailDto> {
    return this.drafts.change(actor, id, version, body);
  }

  /** Deletes a draft. What was planned is cancelled instead. */
  @Delete(':id')
  @HttpCode(204)
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.drafts.remove(actor, id, version);
  }
}
