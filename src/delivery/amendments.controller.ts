import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import type { Made } from '../platform/http/made.js';
import { CorrectConfirmation } from './correct-confirmation.service.js';
import { DismissConfirmation } from './dismiss-confirmation.service.js';
import {
  ConfirmationAnswerDto,
  CorrectConfirmationDto,
  ReasonDto,
} from './dto/confirmation.dto.js';
import { PreferConfirmation } from './prefer-confirmation.service.js';

/** What a coordinator does to a confirmation. */
@ApiTags('Delivery')
@Controller('confirmations/:id')
export class AmendmentsController {
  constructor(
    private readonly correcting: CorrectConfirmation,
    private readonly preferring: PreferConfirmation,
    private readonly dismissing: DismissConfirmation,
  ) {}

  /** Reverses an accepted one and books it anew, with its date. Refused where what followed would exceed what was sent. */
  @Post('correct')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: ConfirmationAnswerDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CorrectConfirmationDto,
  ): Promise<Made<ConfirmationAnswerDto>> {
    return this.correcting.correct(actor, id.toLowerCase(), body);
  }

  /** Lets a conflicting one stand: the one that stands and its followers are superseded. */
  @Post('prefer')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: ConfirmationAnswerDto })
  prefer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReasonDto,
  ): Promise<Made<ConfirmationAnswerDto>> {
    return this.preferring.prefer(actor, id.toLowerCase(), body);
  }

  /** Ends a conflict: the confirmation stays on record and books nothing. */
  @Post('dismiss')
  @Roles(...COORDINATORS)
  @ApiCreatedResponse({ type: ConfirmationAnswerDto })
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReasonDto,
  ): Promise<Made<ConfirmationAnswerDto>> {
    return this.dismissing.dismiss(actor, id.toLowerCase(), body);
  }
}
