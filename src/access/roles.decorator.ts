import { applyDecorators, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtension,
  ApiForbiddenResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { Role } from './actor.js';
import type { RouteAccess } from './route-access.js';

export const ACCESS_KEY = 'access';

/** Names of the security schemes in the OpenAPI document. */
const COOKIE_SCHEME = 'session';
const BEARER_SCHEME = 'token';

function setAccess(access: RouteAccess): MethodDecorator & ClassDecorator {
  return SetMetadata(ACCESS_KEY, access);
}

/**
 * Which roles may call the route, also in the OpenAPI document (`x-roles`). Every route carries this or
 * `@Public()`; the service does not start with one that carries neither.
 */
export function Roles(...roles: readonly [Role, ...Role[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    setAccess({ kind: 'roles', roles }),
    ApiExtension('x-roles', [...roles]),
    ApiCookieAuth(COOKIE_SCHEME),
    ApiBearerAuth(BEARER_SCHEME),
    ApiUnauthorizedResponse({ description: 'Not signed in (`unauthenticated`).' }),
    ApiForbiddenResponse({
      description: `For ${roles.join(', ')} (\`forbidden\`); by cookie only with its \`X-CSRF-Token\` (\`csrf_token\`).`,
    }),
  );
}

/**
 * A route that needs no sign-in. Without one it is throttled, unless it says otherwise: what watches the service may
 * ask as often as it likes.
 */
export function Public(choice: { throttled?: boolean } = {}): MethodDecorator & ClassDecorator {
  return applyDecorators(
    setAccess({ kind: 'public', throttled: choice.throttled ?? true }),
    ApiExtension('x-roles', []),
  );
}
