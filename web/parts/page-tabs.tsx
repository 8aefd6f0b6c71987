import { Button, Group } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';

interface Props {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}

/** The pages that belong together, above each of them. */
export function PageTabs({ label, tabs }: Props) {
  const { pathname } = useLocation();
  return (
    <Group component="nav" gap="xs" mb="lg" aria-label={label}>
      {tabs.map(({ to, label: word }) => (
        <Button
          key={to}
          component={Link}
          to={to}
          variant={pathname === to ? 'light' : 'subtle'}
          aria-current={pathname === to ? 'page' : undefined}
        >
          {word}
        </Button>
      ))}
    </Group>
  );
}
