import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { type Actor, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { BatchCommands } from '../distribution/batch-command.service.js';
import { CancelBatch } from './cancel-batch.service.js';
import { CloseBatch } from './close-batch.service.js';
import { DispatchBatch } from './dispatch-batch.service.js';
import { DeliveryCommandDto } from './dto/command.dto.js';
import { DispatchBatchDto, TakeFromTransitDto } from './dto/batch-journey.dto.js';
import { TakeFromTransit } from './take-from-transit.service.js';

/** As distribution shows a batch. */
const BATCH = { $ref: getSchemaPath('BatchDetailDto') };

/** What happens to a batch once it leaves, or when it does not. Every command answers the batch as it then is. */
@ApiTags('Distribution')
@Controller('batches/:id')
export class BatchJourneyController {
  constructor(
    private readonly dispatching: DispatchBatch,
    private readonly closing: CloseBatch,
    private readonly cancelling: CancelBatch,
    private readonly taking: TakeFromTransit,
  ) {}

  /** A packed batch leaves: what it reserved goes into transit, waybills freeze, held confirmations are looked at again. */
  @Post('dispatch')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ schema: BATCH })
  dispatch(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: DispatchBatchDto,
  ): ReturnType<BatchCommands['run']> {
    return this.dispatching.dispatch(actor, id, body);
  }

  /** Closes a dispatched batch. While anything is in transit: 409 that lists it (`inTransit`). */
  @Post('close')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ schema: BATCH })
  close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: DeliveryCommandDto,
  ): ReturnType<BatchCommands['run']> {
    return this.closing.close(actor, id, body);
  }

  /** Cancels a batch that has not left and releases what it reserved. */
  @Post('cancel')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ schema: BATCH })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: DeliveryCommandDto,
  ): ReturnType<BatchCommands['run']> {
    return this.cancelling.cancel(actor, id, body);
  }

  /** Pieces in transit come back to a warehouse, any. */
  @Post('return')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ schema: BATCH })
  return(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: TakeFromTransitDto,
  ): ReturnType<BatchCommands['run']> {
    return this.taking.take('return', actor, id, body);
  }

  /** Declares pieces in transit lost. */
  @Post('lose')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ schema: BATCH })
  lose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: TakeFromTransitDto,
  ): ReturnType<BatchCommands['run']> {
    return this.taking.take('lose', actor, id, body);
  }
}
