import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_ROLES } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { Made } from '../platform/http/made.js';
import { IssueDto, IssuePageDto, IssueQuery, IssueStockDto } from './dto/issue.dto.js';
import { IssueStock } from './issue-stock.service.js';
import { IssueService } from './issue.service.js';

@Controller('stock/issues')
@ApiTags('Stock')
export class IssuesController {
  constructor(
    private readonly issues: IssueService,
    private readonly issueStock: IssueStock,
  ) {}

  /** Issues stock without a trip; a volunteer from the warehouse that they keep. What is reserved cannot be issued. */
  @Post()
  @Roles('coordinator', 'administrator', 'volunteer')
  @ApiCreatedResponse({ type: IssueDto })
  issue(@Body() body: IssueStockDto, @CurrentActor() actor: Actor): Promise<Made<IssueDto>> {
    return this.issueStock.run(body, actor);
  }

  /** Issues, the latest first; a volunteer's are those from the warehouse that they keep. */
  @Get()
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: IssuePageDto })
  list(@Query() query: IssueQuery, @CurrentActor() actor: Actor): Promise<IssuePageDto> {
    return this.issues.list(query, actor);
  }

  /** One issue, with the movements that it booked. */
  @Get(':id')
  @Roles(...ALL_ROLES)
  @ApiOkResponse({ type: IssueDto })
  get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<IssueDto> {
    return this.issues.get(id, actor);
  }
}
