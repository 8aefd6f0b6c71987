import { Group, Progress, Text } from '@mantine/core';
import { useFormat } from '../language/i18n.js';

/** A share of a target, as a bar and in figures; a dash where there is no target. `share`: 0 to 1. */
export function ShareBar({ share, label }: { share: number | null; label: string }) {
  const format = useFormat();
  if (share === null) return <Text c="dimmed">—</Text>;
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress
        value={share * 100}
        size="sm"
        style={{ flex: 1, minWidth: 40 }}
        aria-label={label}
        color={share >= 1 ? 'reach.7' : 'reach.4'}
      />
      <Text size="sm" className="number" miw={40}>
        {format.percent(share)}
      </Text>
    </Group>
  );
}
