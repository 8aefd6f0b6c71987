import {
  Button,
  Center,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, keepCsrfToken, read } from '../api/client.js';
import { sessionQuery } from '../api/session-query.js';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';

/** `corner`: what stands above the form, such as the choice of language. */
export function SignInPage({ corner }: { corner: ReactNode }) {
  const { t } = useTranslation('sign-in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={400}>
        <Group justify="space-between">
          <Group gap="xs">
            <img src="/icon.svg" alt="" width={34} height={34} />
            <Text fw={700} fz="xl">
              Domet
            </Text>
          </Group>
          {corner}
        </Group>
        <Text c="dimmed">{t('lead')}</Text>
        <Paper withBorder p="lg" radius="lg" component="form" onSubmit={submit}>
          <Stack>
            <Title order={1} size="h3">
              {t('title')}
            </Title>
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            {signIn.error !== null && <ProblemNotice error={signIn.error} />}
            <Button type="submit" loading={signIn.isPending}>
              {t('submit')}
            </Button>
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}

function useSignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: string };
  return useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      read(api.POST('/api/v1/auth/login', { body })),
    onSuccess: async ({ user, csrfToken }) => {
      keepCsrfToken(csrfToken);
      client.clear();
      client.setQueryData(sessionQuery.queryKey, user);
      await navigate({ to: next ?? '/' });
    },
  });
}
