import { Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: ReactNode;
  /** Of how many, or what it was before. */
  readonly detail?: ReactNode;
  readonly icon?: ReactNode;
}

/** A key figure. Inside a link it leads to the rows behind it. */
export function Figure({ label, value, detail, icon }: Props) {
  return (
    <Paper withBorder p="md" radius="md" h="100%">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        {icon}
      </Group>
      <Text fz={28} fw={700} lh={1.2} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      {detail !== undefined && (
        <Text size="sm" c="dimmed" component="div">
          {detail}
        </Text>
      )}
    </Paper>
  );
}
