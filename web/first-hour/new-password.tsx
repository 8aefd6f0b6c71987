import { List, PasswordInput, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useId, useState } from 'react';
import {
  emailKeyOf,
  normalisePassword,
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
} from '../../src/access/credentials.js';
import { useTranslation } from '../language/i18n.js';

interface Props {
  readonly value: string;
  readonly email: string;
  readonly error: string | undefined;
  readonly onChange: (password: string) => void;
}

/** A password to be chosen: what is asked of it stands there from the start, and is ticked off while one types. */
export function NewPassword({ value, email, error, onChange }: Props) {
  const { t } = useTranslation('first-hour');
  const [isShown, setShown] = useState(false);
  const rulesId = useId();
  const length = Array.from(normalisePassword(value)).length;
  return (
    <Stack gap={6}>
      <PasswordInput
        label={t('welcome.password')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        maxLength={PASSWORD_MAX_LENGTH * 2}
        value={value}
        error={error}
        visible={isShown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={{
          'aria-label': isShown ? t('welcome.hidePassword') : t('welcome.showPassword'),
          tabIndex: 0,
        }}
        aria-describedby={rulesId}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <List id={rulesId} size="sm" spacing={2} listStyleType="none">
        <Rule isMet={length >= PASSWORD_MIN_LENGTH && length <= PASSWORD_MAX_LENGTH}>
          {t('welcome.ruleLength', { count: PASSWORD_MIN_LENGTH })}
        </Rule>
        <Rule isMet={value !== '' && emailKeyOf(value) !== emailKeyOf(email)}>
          {t('welcome.ruleEmail')}
        </Rule>
      </List>
      <Text size="sm" c="dimmed">
        {t('welcome.passwordHint')}
      </Text>
    </Stack>
  );
}

function Rule({ isMet, children }: { isMet: boolean; children: string }) {
  const { t } = useTranslation('first-hour');
  return (
    <List.Item
      icon={
        isMet ? (
          <IconCircleCheck size={16} color="var(--mantine-primary-color-filled)" aria-hidden />
        ) : (
          <IconCircle size={16} color="var(--mantine-color-dimmed)" aria-hidden />
        )
      }
    >
      {children}
      {isMet && <VisuallyHidden> ({t('welcome.ruleMet')})</VisuallyHidden>}
    </List.Item>
  );
}
