import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { CommandDto } from '../distribution/dto/batch-command.dto.js';
import { BatchDetailDto } from '../distribution/dto/batch.dto.js';
import type { Made } from '../platform/http/made.js';
import { CancelBatch } from './cancel-batch.service.js';
import { CloseBatch } from './close-batch.service.js';
import { DispatchBatch } from './dispatch-batch.service.js';
import { DispatchBatchDto, TakeFromTransitDto } from './dto/batch-journey.dto.js';
import { TakeFromTransit } from './take-from-transit.service.js';

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
  @ApiCreatedResponse({ type: BatchDetailDto })
  dispatch(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: DispatchBatchDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.dispatching.dispatch(actor, id, body);
  }

  /** Closes a dispatched batch. While anything is in transit: 409 that lists it (`inTransit`). */
  @Post('close')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CommandDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.closing.close(actor, id, body);
  }

  /** Cancels a batch that has not left and releases what it reserved. */
  @Post('cancel')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CommandDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.cancelling.cancel(actor, id, body);
  }

  /** Pieces in transit come back to a warehouse, any. */
  @Post('return')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  return(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: TakeFromTransitDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.taking.take('return', actor, id, body);
  }

  /** Declares pieces in transit lost. */
  @Post('lose')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: BatchDetailDto })
  lose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: TakeFromTransitDto,
  ): Promise<Made<BatchDetailDto>> {
    return this.taking.take('lose', actor, id, body);
  }
}
