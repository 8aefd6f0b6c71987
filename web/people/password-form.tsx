import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PASSWORD_MIN_LENGTH } from '../../src/access/credentials.js';
import { Refusal } from '../api/refusal.js';
import { useMyself } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { isLongEnough } from './password.js';
import { useChangePassword } from './use-account.js';

const EMPTY = { currentPassword: '', newPassword: '', repeated: '' };

/** One's own password, changed by whoever knows the present one. */
export function PasswordForm() {
  const { t } = useTranslation('people');
  const { email } = useMyself();
  const [typed, setTyped] = useState(EMPTY);
  const change = useChangePassword(() => setTyped(EMPTY));
  const { currentPassword, newPassword, repeated } = typed;
  const errors = change.error instanceof Refusal ? change.error.fieldErrors : {};
  const isReady = currentPassword !== '' && isLongEnough(newPassword) && repeated === newPassword;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) change.mutate({ currentPassword, newPassword });
  };
  const type = (changes: Partial<typeof EMPTY>): void => setTyped({ ...typed, ...changes });
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md" maw={420}>
        <Text size="sm" c="dimmed">
          {t('account.passwordText')}
        </Text>
        {/* For whatever remembers passwords: whose it is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordInput
          required
          label={t('account.currentPassword')}
          autoComplete="current-password"
          value={currentPassword}
          onChange={({ currentTarget }) => type({ currentPassword: currentTarget.value })}
          error={errors['currentPassword']}
        />
        <PasswordInput
          required
          label={t('account.newPassword')}
          description={t('account.newPasswordHint', { length: PASSWORD_MIN_LENGTH })}
          autoComplete="new-password"
          value={newPassword}
          onChange={({ currentTarget }) => type({ newPassword: currentTarget.value })}
          error={
            errors['newPassword'] ??
            (repeated !== '' && !isLongEnough(newPassword) ? t('account.tooShort') : undefined)
          }
        />
        <PasswordInput
          required
          label={t('account.repeat')}
          autoComplete="new-password"
          value={repeated}
          onChange={({ currentTarget }) => type({ repeated: currentTarget.value })}
          error={
            repeated !== '' && !newPassword.startsWith(repeated)
              ? t('account.notTheSame')
              : undefined
          }
        />
        {change.error !== null && <ProblemNotice error={change.error} isCommand />}
        <Group>
          <Button type="submit" loading={change.isPending} disabled={!isReady}>
            {t('account.changePassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
