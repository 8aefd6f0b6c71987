import { Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  /** A sentence beneath the title. */
  readonly lead?: ReactNode;
  /** Links back up. */
  readonly crumbs?: ReactNode;
  /** What can be done here: the main thing last. */
  readonly actions?: ReactNode;
  /** Beside the title, as a state. */
  readonly badge?: ReactNode;
}

/** What the page is, and what can be done on it. Each page has one, and with it the only `h1`. */
export function PageHeader({ title, lead, crumbs, actions, badge }: Props) {
  useEffect(() => {
    document.title = `${title} · Domet`;
  }, [title]);
  return (
    <Stack gap={6} mb="lg">
      {crumbs !== undefined && <Breadcrumbs separatorMargin={6}>{crumbs}</Breadcrumbs>}
      <Group justify="space-between" align="flex-start" gap="md">
        <Group gap="sm" align="center">
          <Title order={1} size="h2" style={{ textWrap: 'balance' }}>
            {title}
          </Title>
          {badge}
        </Group>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {lead !== undefined && (
        <Text c="dimmed" component="div" maw={760}>
          {lead}
        </Text>
      )}
    </Stack>
  );
}
