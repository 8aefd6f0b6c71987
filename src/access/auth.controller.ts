import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Settings } from '../platform/config/settings.js';
import { type Actor, ALL_ROLES } from './actor.js';
import { CurrentActor, CurrentProof } from './current-actor.decorator.js';
import { FirstAdministratorDto, LoginDto, MeDto, MyselfDto, SignedInDto } from './dto/auth.dto.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { Public, Roles } from './roles.decorator.js';
import type { Proof } from './route-access.js';
import { writeSessionCookie } from './session-cookie.js';
import { type OpenedSession, SessionService } from './session.service.js';
import { SignIn, wrongCredentials } from './sign-in.service.js';
import type { SignedInRequest } from './signed-in-request.types.js';
import type { User } from './user.js';
import { UserService } from './user.service.js';

@Controller('auth')
@ApiTags('Access')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionService,
    private readonly users: UserService,
    private readonly firstAdministrator: FirstAdministrator,
    private readonly settings: Settings,
  ) {}

  /** Signs in by e-mail and password: the answer sets the session's cookie. */
  @Post('login')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: SignedInDto })
  async login(
    @Body() body: LoginDto,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const outcome = await this.signIn.run(body.email, body.password, request.ip);
    delete request.actor;
    if (outcome.userId !== undefined) request.subjectId = outcome.userId;
    if (outcome.kind === 'refused') throw wrongCredentials();
    const user = await this.users.get(outcome.userId);
    return this.signInBrowser(request, reply, user, outcome.session);
  }

  /** Who is signed in, and the token that their pages send back. */
  @Get('me')
  @Roles(...ALL_ROLES)
  async me(@CurrentActor() actor: Actor, @CurrentProof() proof: Proof): Promise<MeDto> {
    const user = await this.users.get(actor.id);
    return {
      user: describeMyself(user),
      csrfToken: proof.kind === 'session' ? proof.csrfToken : null,
    };
  }

  /** Ends the session. A personal access token is not touched: revoke it instead. */
  @Post('logout')
  @HttpCode(204)
  @Roles(...ALL_ROLES)
  async logout(
    @CurrentProof() proof: Proof,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (proof.kind !== 'session') return;
    await this.sessions.close(proof.sessionId);
    void reply.header('Set-Cookie', this.writeCookie('', request, 0));
  }

  /** Makes the first administrator by the link that start printed while there was no user, and signs them in. */
  @Post('first-administrator')
  @Public()
  @ApiCreatedResponse({ type: SignedInDto })
  async makeFirstAdministrator(
    @Body() body: FirstAdministratorDto,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const { user, session } = await this.firstAdministrator.run(body);
    return this.signInBrowser(request, reply, user, session);
  }

  /** Hands out the session. */
  private signInBrowser(
    request: SignedInRequest,
    reply: FastifyReply,
    user: User,
    session: OpenedSession,
  ): SignedInDto {
    request.actor = user;
    const cookie = this.writeCookie(session.secret, request, session.longestSeconds);
    void reply.header('Set-Cookie', cookie).header('Cache-Control', 'no-store');
    return { user: describeMyself(user), csrfToken: session.csrfToken };
  }

  private writeCookie(secret: string, { protocol }: SignedInRequest, lifeSeconds: number): string {
    return writeSessionCookie(this.settings.sessionCookie, secret, protocol, lifeSeconds);
  }
}

function describeMyself(user: User): MyselfDto {
  const { id, email, name, role, campaignIds, districtCodes } = user;
  return { id, email, name, role, campaignIds, districtCodes };
}
