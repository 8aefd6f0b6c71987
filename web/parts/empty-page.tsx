import { Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children: ReactNode;
  /** The button that does it. */
  readonly action?: ReactNode;
  /** Where it is all that the page has, so that its title is the page's. */
  readonly isWhole?: boolean;
}

/** A page on which nothing is yet says what to do next. */
export function EmptyPage({ icon, title, children, action, isWhole = false }: Props) {
  return (
    <Paper withBorder p="xl" radius="lg">
      <Stack align="center" gap="sm" maw={520} mx="auto" py="lg" ta="center">
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          {icon}
        </ThemeIcon>
        <Title order={isWhole ? 1 : 2} size="h3">
          {title}
        </Title>
        <Text c="dimmed" component="div">
          {children}
        </Text>
        {action}
      </Stack>
    </Paper>
  );
}
