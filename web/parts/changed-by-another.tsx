import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';

export interface Difference {
  readonly field: string;
  readonly theirs: string;
  readonly mine: string;
}

interface Props {
  readonly isOpen: boolean;
  /** Where what somebody else saved differs from what was to be saved. */
  readonly differences: readonly Difference[];
  readonly onKeepTheirs: () => void;
  /** Absent: mine cannot be laid over theirs, it has to be done again. */
  readonly onSaveMine?: () => void;
}

/** Whether the refusal says that somebody else was quicker (412). */
export function isStale(error: unknown): boolean {
  return error instanceof Refusal && error.status === 412;
}

/** Two people at the same thing: nobody's change is overwritten unseen. */
export function ChangedByAnother({ isOpen, differences, onKeepTheirs, onSaveMine }: Props) {
  const { t } = useTranslation('parts');
  // What was typed is not to be lost by a press beside the window: then one of the two is chosen.
  const mayClose = onSaveMine === undefined;
  return (
    <Modal
      opened={isOpen}
      onClose={onKeepTheirs}
      title={t('changedTitle')}
      size="lg"
      withCloseButton={mayClose}
      closeOnEscape={mayClose}
      closeOnClickOutside={mayClose}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{differences.length > 0 ? t('changedText') : t('changedNothing')}</Text>
        {differences.length > 0 && (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field')}</Table.Th>
                <Table.Th>{t('theirs')}</Table.Th>
                <Table.Th>{t('mine')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ field, theirs, mine }) => (
                <Table.Tr key={field}>
                  <Table.Td>{field}</Table.Td>
                  <Table.Td>{theirs}</Table.Td>
                  <Table.Td>{mine}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group justify="flex-end">
          {onSaveMine !== undefined && (
            <Button variant="default" onClick={onSaveMine}>
              {t('saveMine')}
            </Button>
          )}
          <Button onClick={onKeepTheirs}>{t('keepTheirs')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
