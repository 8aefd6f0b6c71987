import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_ROLES } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { StockBalancePageDto, StockBalanceQuery } from './dto/stock-balance.dto.js';
import { StockBalanceService } from './stock-balance.service.js';

@Controller('stock')
@ApiTags('Stock')
export class StockController {
  constructor(private readonly balances: StockBalanceService) {}

  /** What lies in the warehouses, by print run; a volunteer sees the warehouse that they keep. */
  @Get()
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: StockBalancePageDto })
  list(
    @Query() query: StockBalanceQuery,
    @CurrentActor() actor: Actor,
  ): Promise<StockBalancePageDto> {
    return this.balances.list(query, actor);
  }
}
