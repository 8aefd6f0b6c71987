import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useTranslation } from '../language/i18n.js';
import { useCommand } from '../parts/use-command.js';

export type Token = components['schemas']['TokenDto'];
type NewToken = components['schemas']['NewTokenDto'];
type TokenScope = Token['scopes'][number];

/** One's own tokens, without their secrets. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () =>
    readAllPages<Token>((page) => read(api.GET('/api/v1/tokens', { params: { query: page } }))),
});

export interface TokenWish {
  readonly name: string;
  readonly scopes: TokenScope[];
  readonly expiresAt: string | undefined;
}

export function useMakeToken(onMade: (token: NewToken) => void) {
  return useCommand<TokenWish, NewToken>({
    run: ({ expiresAt, ...wish }, id) =>
      read(
        api.POST('/api/v1/tokens', {
          body: { id, ...wish, ...(expiresAt === undefined ? {} : { expiresAt }) },
        }),
      ),
    changes: ['tokens'],
    onDone: onMade,
  });
}

export function useRevokeToken() {
  const { t } = useTranslation('people');
  return useCommand<Token>({
    run: ({ id }) => read(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
    done: (_answer, { name }) => t('account.revoked', { name }),
    changes: ['tokens'],
  });
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Another password for oneself; one's other sessions end. */
export function useChangePassword(onChanged: () => void) {
  const { t } = useTranslation('people');
  return useCommand<PasswordChange>({
    run: (body) => read(api.POST('/api/v1/auth/password', { body })),
    done: () => t('account.passwordChanged'),
    changes: [],
    onDone: onChanged,
  });
}
