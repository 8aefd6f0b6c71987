import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';

interface Question {
  readonly title: string;
  /** What will be, and what cannot be taken back. */
  readonly text: string;
  /** The verb of what is done: never "OK". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly isDestructive?: boolean;
}

/** Asks before what cannot be undone. */
export function askFirst({
  title,
  text,
  confirm,
  onConfirm,
  isDestructive = true,
}: Question): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{text}</Text>,
    labels: { confirm, cancel: i18next.t('parts:cancel') },
    confirmProps: isDestructive ? { color: 'red.9' } : {},
    closeButtonProps: { 'aria-label': i18next.t('parts:close') },
    onConfirm,
  });
}
