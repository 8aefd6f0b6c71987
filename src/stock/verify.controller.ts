import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ALL_FIGURES } from '../access/actor.js';
import { Roles } from '../access/roles.decorator.js';
import { VerificationDto } from './dto/verify.dto.js';
import { VerifyService } from './verify.service.js';

@Controller('verify')
@ApiTags('Stock')
export class VerifyController {
  constructor(private readonly verification: VerifyService) {}

  /** Derives every invariant anew from the entries alone. Whoever asks while one is under way gets its answer. */
  @Get()
  @Roles(...ALL_FIGURES)
  @ApiOkResponse({ type: VerificationDto })
  verify(): Promise<VerificationDto> {
    return this.verification.run();
  }
}
