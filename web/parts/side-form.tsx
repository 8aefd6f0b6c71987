import { Button, Drawer, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from './problem-notice.js';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  /** The verb of what is done: "Receive", not "OK". */
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Where something must be filled in first. */
  readonly isDisabled?: boolean;
  readonly size?: string | number;
  readonly children: ReactNode;
}

/** A form that comes in from the side: what lies beneath stays in sight and as it was. */
export function SideForm(props: Props) {
  const { title, isOpen, onClose, onSubmit, submit, isPending, error, children } = props;
  const { t } = useTranslation('parts');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      position="right"
      size={props.size ?? 'md'}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          {children}
          {error !== null && error !== undefined && <ProblemNotice error={error} isCommand />}
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={props.isDisabled === true}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
