import { Paper, Stack, Text } from '@mantine/core';
import { useMyself } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { PageHeader } from '../parts/page-header.js';
import { Section } from '../parts/section.js';
import { PasswordForm } from './password-form.js';
import { TokenList } from './token-list.js';

/** One's own account: who one is here, one's password, one's tokens. */
export function AccountPage() {
  const { t } = useTranslation(['people', 'language']);
  const { name, email, role } = useMyself();
  return (
    <>
      <PageHeader title={t('account.title')} />
      <Stack gap="xl" maw={820}>
        <Section title={t('account.me')}>
          <Paper withBorder p="md" radius="md">
            <Text fw={600}>{name}</Text>
            <Text style={{ overflowWrap: 'anywhere' }}>{email}</Text>
            <Text>{t(`language:role.${role}`)}</Text>
            <Text size="sm" c="dimmed" mt="xs">
              {t(`roleHint.${role}`)}
            </Text>
            {role !== 'administrator' && (
              <Text size="sm" c="dimmed">
                {t('account.askAdministrator')}
              </Text>
            )}
          </Paper>
        </Section>
        <Section title={t('account.password')}>
          <Paper withBorder p="md" radius="md">
            <PasswordForm />
          </Paper>
        </Section>
        <Section title={t('account.tokens')}>
          <Paper withBorder p="md" radius="md">
            <TokenList />
          </Paper>
        </Section>
      </Stack>
    </>
  );
}
