import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { Made } from '../platform/http/made.js';
import { ReceiptDto, ReceiptPageDto, ReceiptQuery, ReceiveStockDto } from './dto/receipt.dto.js';
import { ReceiptService } from './receipt.service.js';
import { ReceiveStock } from './receive-stock.service.js';

@Controller('stock/receipts')
@ApiTags('Stock')
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptService,
    private readonly receiveStock: ReceiveStock,
  ) {}

  /** Receives a print run, whole or a part of it, into a warehouse. */
  @Post()
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: ReceiptDto })
  receive(@Body() body: ReceiveStockDto, @CurrentActor() actor: Actor): Promise<Made<ReceiptDto>> {
    return this.receiveStock.run(body, actor);
  }

  /** Receipts, the latest first. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: ReceiptPageDto })
  list(@Query() query: ReceiptQuery, @CurrentActor() actor: Actor): Promise<ReceiptPageDto> {
    return this.receipts.list(query, actor);
  }

  /** One receipt, with the movements that it booked. */
  @Get(':id')
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: ReceiptDto })
  get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ReceiptDto> {
    return this.receipts.get(id, actor);
  }
}
