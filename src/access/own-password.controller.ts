import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { type Actor, ALL_ROLES } from './actor.js';
import { ChangeOwnPassword } from './change-own-password.service.js';
import { CurrentActor, CurrentProof } from './current-actor.decorator.js';
import { OwnPasswordDto } from './dto/auth.dto.js';
import { Roles } from './roles.decorator.js';
import type { Proof } from './route-access.js';
import type { SignedInRequest } from './signed-in-request.types.js';
import { Throttling } from './throttling.service.js';
import { UserService } from './user.service.js';

@Controller('auth')
@ApiTags('Access')
export class OwnPasswordController {
  constructor(
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly users: UserService,
    private readonly throttling: Throttling,
  ) {}

  /**
   * Changes one's own password: whoever asks proves it by the present one. One's other sessions end; the one that asks stays,
   * and so do one's tokens, which are revoked one by one.
   */
  @Post('password')
  @HttpCode(204)
  @Roles(...ALL_ROLES)
  @ApiUnprocessableEntityResponse({
    description:
      'The present password is wrong, or the new one is too weak or no new one (`rule`).',
  })
  @ApiTooManyRequestsResponse({
    description:
      'Too many wrong passwords in a minute, sign-ins included; `retryAfterSeconds` says how long to wait (`too_many_requests`).',
  })
  async changePassword(
    @Body() body: OwnPasswordDto,
    @CurrentActor() actor: Actor,
    @CurrentProof() proof: Proof,
    @Req() { ip }: SignedInRequest,
  ): Promise<void> {
    const { email } = await this.users.get(actor.id);
    // Whoever finds a page left open must not be able to guess any faster here than at the door.
    this.throttling.countSignIn(ip, email);
    const sessionId = proof.kind === 'session' ? proof.sessionId : undefined;
    await this.changeOwnPassword.run(actor.id, { ...body, sessionId });
    this.throttling.forgiveSignIns(ip, email);
  }
}
