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
import type { FormEvent, ReactNode } from 'react';
import { api, read } from '../api/client.js';
import { sessionQuery } from '../api/session-query.js';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useIsAwake } from '../parts/use-is-awake.js';

/** `corner`: what stands above the form, such as the choice of language. */
export function SignInPage({ corner }: { corner: ReactNode }) {
  const { t } = useTranslation('sign-in');
  const signIn = useSignIn();
  const isAwake = useIsAwake();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // Read from the fields themselves: who was quick has filled them in before there was a script to listen.
    const { elements } = event.currentTarget;
    const readField = (name: string): string =>
      (elements.namedItem(name) as HTMLInputElement).value;
    signIn.mutate({ email: readField('email'), password: readField('password') });
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
        <Paper withBorder p="lg" radius="lg" component="form" method="post" onSubmit={submit}>
          <Stack>
            <Title order={1} size="h3">
              {t('title')}
            </Title>
            <TextInput
              label={t('email')}
              name="email"
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
            />
            <PasswordInput
              label={t('password')}
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
            />
            {signIn.error !== null && <ProblemNotice error={signIn.error} />}
            <Button type="submit" loading={signIn.isPending} disabled={!isAwake}>
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
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: next ?? '/' });
    },
  });
}
