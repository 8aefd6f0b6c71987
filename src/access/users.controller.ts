import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiTags,
  getSchemaPath,
  ApiExtraModels,
} from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import { type Actor, COORDINATORS, isNamedToCoordinators } from './actor.js';
import { ChangeUser } from './change-user.service.js';
import { CreateUser } from './create-user.service.js';
import { CurrentActor } from './current-actor.decorator.js';
import {
  ChangeUserDto,
  CreateUserDto,
  UserDto,
  UserNamePageDto,
  UserPageDto,
  UserQuery,
} from './dto/user.dto.js';
import { RemoveUser } from './remove-user.service.js';
import { Roles } from './roles.decorator.js';
import { UserService } from './user.service.js';

@Controller('users')
@ApiTags('Access')
export class UsersController {
  constructor(
    private readonly users: UserService,
    private readonly createUser: CreateUser,
    private readonly changeUser: ChangeUser,
    private readonly removeUser: RemoveUser,
  ) {}

  /** Makes a person who can sign in. */
  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: UserDto })
  async create(@Body() body: CreateUserDto, @CurrentActor() actor: Actor): Promise<Made<UserDto>> {
    const { first, user } = await this.createUser.run(body, actor.id);
    return new Made(first, user);
  }

  /** People by name. Coordinators may ask for active volunteers and for each other, and see only who they are. */
  @Get()
  @Roles(...COORDINATORS)
  @ApiExtraModels(UserPageDto, UserNamePageDto)
  @ApiOkResponse({
    schema: {
      oneOf: [{ $ref: getSchemaPath(UserPageDto) }, { $ref: getSchemaPath(UserNamePageDto) }],
    },
  })
  list(
    @Query() query: UserQuery,
    @CurrentActor() actor: Actor,
  ): Promise<UserPageDto | UserNamePageDto> {
    if (actor.role === 'administrator') return this.users.list(query, query);
    if (isNamedToCoordinators(query.role)) return this.users.listNames(query.role, query);
    throw new Problem('forbidden', {
      detail: {
        en: 'Coordinators may read the names of volunteers, coordinators and administrators: ask for role=volunteer, role=coordinator or role=administrator.',
        sr: 'Koordinatori smeju da čitaju imena volontera, koordinatora i administratora: tražite role=volunteer, role=coordinator ili role=administrator.',
      },
    });
  }

  /** One person's account. */
  @Get(':id')
  @Roles('administrator')
  get(@Param('id') id: string): Promise<UserDto> {
    return this.users.get(id);
  }

  /** Changes what is named. A new password, or being switched off, signs the person out everywhere. */
  @Patch(':id')
  @Roles('administrator')
  @NeedsIfMatch()
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeUserDto,
  ): Promise<UserDto> {
    return this.changeUser.run(id, version, body);
  }

  /** Removes a person who never did anything; others are switched off with `{"active": false}`. */
  @Delete(':id')
  @HttpCode(204)
  @Roles('administrator')
  @NeedsIfMatch()
  remove(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.removeUser.run(id, version);
  }
}
