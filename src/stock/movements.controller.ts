import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { Made } from '../platform/http/made.js';
import {
  ReversalDto,
  ReverseMovementDto,
  StockCardPageDto,
  StockCardQuery,
} from './dto/movement.dto.js';
import { ReverseMovement } from './reverse-movement.service.js';
import { StockCardService } from './stock-card.service.js';

@Controller('stock/movements')
@ApiTags('Stock')
export class MovementsController {
  constructor(
    private readonly card: StockCardService,
    private readonly reverseMovement: ReverseMovement,
  ) {}

  /** The stock card, in the order of recording, with a running balance where an account is named. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: StockCardPageDto })
  list(@Query() query: StockCardQuery, @CurrentActor() actor: Actor): Promise<StockCardPageDto> {
    return this.card.list(query, actor);
  }

  /**
   * Takes back the receipt or issue that made this movement, whole and once. For a movement that something else made, the
   * refusal (422) names in `command` what undoes it.
   */
  @Post(':id/reverse')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: ReversalDto })
  reverse(
    @Param('id') id: string,
    @Body() body: ReverseMovementDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<ReversalDto>> {
    return this.reverseMovement.run(id, body, actor);
  }
}
