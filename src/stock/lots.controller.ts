import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { Made } from '../platform/http/made.js';
import { ChangeLotState } from './change-lot-state.service.js';
import {
  LotCommandDto,
  LotDto,
  LotMomentQuery,
  LotPageDto,
  LotQuery,
  LotRecallDto,
  LotTraceDto,
} from './dto/lot.dto.js';
import { LotAccountService } from './lot-account.service.js';
import { LotTraceService } from './lot-trace.service.js';

@Controller('stock/lots')
@ApiTags('Stock')
export class LotsController {
  constructor(
    private readonly accounts: LotAccountService,
    private readonly traces: LotTraceService,
    private readonly changeState: ChangeLotState,
  ) {}

  /** Print runs with their accounts, oldest first. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: LotPageDto })
  list(@Query() query: LotQuery, @CurrentActor() actor: Actor): Promise<LotPageDto> {
    return this.accounts.list(query, actor);
  }

  /** A print run's account: every piece of it is somewhere. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: LotDto })
  get(
    @Param('id') id: string,
    @Query() query: LotMomentQuery,
    @CurrentActor() actor: Actor,
  ): Promise<LotDto> {
    return this.accounts.get(id, actor, { asOf: query.asOf });
  }

  /** Where its pieces are. */
  @Get(':id/trace')
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: LotTraceDto })
  trace(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<LotTraceDto> {
    return this.traces.trace(id, actor);
  }

  /** Whom to call: who holds it, what is on its way, what was handed to whom. */
  @Get(':id/recall')
  @Roles(...COORDINATORS)
  @ApiOkResponse({ type: LotRecallDto })
  recall(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<LotRecallDto> {
    return this.traces.recall(id, actor);
  }

  /** Holds it until it is cleared: not planned, packed, dispatched or issued. What is reserved stays reserved. */
  @Post(':id/block')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: LotDto })
  block(
    @Param('id') id: string,
    @Body() body: LotCommandDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<LotDto>> {
    return this.changeState.run(id, 'block', body, actor);
  }

  /** Clears what was blocked. */
  @Post(':id/release')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: LotDto })
  release(
    @Param('id') id: string,
    @Body() body: LotCommandDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<LotDto>> {
    return this.changeState.run(id, 'release', body, actor);
  }

  /** For good: from then on its pieces count as withdrawn, no longer as delivered. */
  @Post(':id/withdraw')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: LotDto })
  withdraw(
    @Param('id') id: string,
    @Body() body: LotCommandDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<LotDto>> {
    return this.changeState.run(id, 'withdraw', body, actor);
  }
}
