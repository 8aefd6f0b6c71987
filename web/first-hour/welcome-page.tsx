import { Button, Center, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { NewPassword } from './new-password.js';
import { SpentLink } from './spent-link.js';
import { useFirstAdministrator } from './use-first-administrator.js';

/** Where the link leads that start prints: it makes the first administrator. `corner`: the choice of language. */
export function WelcomePage({ corner }: { corner: ReactNode }) {
  const { t } = useTranslation('first-hour');
  const { token } = useSearch({ strict: false }) as { token?: string };
  const command = useFirstAdministrator();
  // The service says so in the page itself, before anything is asked.
  const [isSpent] = useState(() => document.documentElement.dataset['link'] === 'spent');
  useEffect(() => {
    document.title = `${t('welcome.title')} · Domet`;
  }, [t]);
  const isRefused = command.error instanceof Refusal && command.error.status === 403;
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={460}>
        <Group justify="space-between">
          <Group gap="xs">
            <img src="/icon.svg" alt="" width={34} height={34} />
            <Text fw={700} fz="xl">
              Domet
            </Text>
          </Group>
          {corner}
        </Group>
        {token === undefined || isSpent || isRefused ? (
          <SpentLink />
        ) : (
          <Form token={token} command={command} />
        )}
      </Stack>
    </Center>
  );
}

interface FormProps {
  readonly token: string;
  readonly command: ReturnType<typeof useFirstAdministrator>;
}

function Form({ token, command }: FormProps) {
  const { t } = useTranslation('first-hour');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const fieldErrors = command.error instanceof Refusal ? command.error.fieldErrors : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    command.mutate({ token, name, email, password });
  };
  return (
    <>
      <Text c="dimmed">{t('welcome.lead')}</Text>
      <Paper withBorder p="lg" radius="lg" component="form" onSubmit={submit}>
        <Stack>
          <Title order={1} size="h3">
            {t('welcome.title')}
          </Title>
          <TextInput
            label={t('welcome.name')}
            autoComplete="name"
            required
            withAsterisk={false}
            value={name}
            error={fieldErrors['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('welcome.email')}
            description={t('welcome.emailHint')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            error={fieldErrors['email']}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NewPassword
            value={password}
            email={email}
            error={fieldErrors['password']}
            onChange={setPassword}
          />
          {command.error !== null && <ProblemNotice error={command.error} isCommand />}
          <Button type="submit" loading={command.isPending}>
            {t('welcome.submit')}
          </Button>
        </Stack>
      </Paper>
    </>
  );
}
