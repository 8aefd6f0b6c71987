import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Made } from '../platform/http/made.js';
import {
  ChangePrintOrderDto,
  CloseShortDto,
  CreatePrintOrderDto,
  PrintOrderDto,
  PrintOrderPageDto,
  PrintOrderQuery,
} from './dto/print-order.dto.js';
import { PrintOrderService } from './print-order.service.js';

@Controller('print-orders')
@ApiTags('Stock')
export class PrintOrdersController {
  constructor(private readonly orders: PrintOrderService) {}

  /** Orders a print run. */
  @Post()
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: PrintOrderDto })
  create(
    @Body() body: CreatePrintOrderDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<PrintOrderDto>> {
    return this.orders.create(body, actor);
  }

  /** Print orders by the day on which they are expected. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: PrintOrderPageDto })
  list(@Query() query: PrintOrderQuery, @CurrentActor() actor: Actor): Promise<PrintOrderPageDto> {
    return this.orders.list(query, actor);
  }

  /** One print order, with what was received of it. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: PrintOrderDto })
  get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<PrintOrderDto> {
    return this.orders.get(id, actor);
  }

  /** Changes what is named. */
  @Patch(':id')
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  @ApiOkResponse({ type: PrintOrderDto })
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangePrintOrderDto,
    @CurrentActor() actor: Actor,
  ): Promise<PrintOrderDto> {
    return this.orders.change(id, version, body, actor);
  }

  /** Deletes an order of which nothing was received. */
  @Delete(':id')
  @HttpCode(204)
  @Roles(...COORDINATORS)
  @NeedsIfMatch()
  remove(
    @Param('id') id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.orders.remove(id, version, actor);
  }

  /** Says that the rest will not come: nothing more is expected. */
  @Post(':id/close-short')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: PrintOrderDto })
  closeShort(
    @Param('id') id: string,
    @Body() body: CloseShortDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<PrintOrderDto>> {
    return this.orders.closeShort(id, body, actor);
  }
}
