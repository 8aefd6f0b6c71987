import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

const UNDO_MS = 10_000;

/** Says what was done, and offers to undo it for a while. */
export function offerUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    color: 'reach',
    autoClose: UNDO_MS,
    closeButtonProps: { 'aria-label': i18next.t('parts:close') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {i18next.t('parts:undo')}
        </Button>
      </Group>
    ),
  });
}
