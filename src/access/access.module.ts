import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { ChangeOwnPassword } from './change-own-password.service.js';
import { ChangeUser } from './change-user.service.js';
import { CreateUser } from './create-user.service.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { Identification } from './identification.service.js';
import { OwnPasswordController } from './own-password.controller.js';
import { Passwords } from './passwords.service.js';
import { RemoveUser } from './remove-user.service.js';
import { RouteCheck } from './route-check.service.js';
import { SessionService } from './session.service.js';
import { SignIn } from './sign-in.service.js';
import { Throttling } from './throttling.service.js';
import { TokenService } from './token.service.js';
import { TokensController } from './tokens.controller.js';
import { UserService } from './user.service.js';
import { UsersController } from './users.controller.js';

/** Who may: people, sessions, tokens, and the guard before every route. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuthController, OwnPasswordController, TokensController, UsersController],
  providers: [
    ChangeOwnPassword,
    ChangeUser,
    CreateUser,
    FirstAdministrator,
    Identification,
    Passwords,
    RemoveUser,
    RouteCheck,
    SessionService,
    SignIn,
    Throttling,
    TokenService,
    UserService,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [CreateUser, FirstAdministrator, RemoveUser, TokenService, UserService],
})
export class AccessModule {}
