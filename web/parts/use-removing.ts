import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { askFirst } from './ask-first.js';
import { offerUndo } from './undo-notice.js';
import { useCommand } from './use-command.js';

interface Options<Row> {
  readonly nameOf: (row: Row) => string;
  readonly remove: (row: Row) => Promise<unknown>;
  /** Makes the same again, under another id. */
  readonly restore: (row: Row, id: string) => Promise<unknown>;
  /** Takes it out of use, or back into it; absent where there is no such thing. */
  readonly setActive?: (row: Row, active: boolean) => Promise<Row>;
  readonly onRemoved?: (row: Row) => void;
}

/**
 * Deletes what nothing refers to, with an offer to undo it; what others refer to is offered to be retired instead. A refusal is
 * said where one looks, since there is no form to say it in.
 */
export function useRemoving<Row>({ nameOf, remove, restore, setActive, onRemoved }: Options<Row>) {
  const { t } = useTranslation('parts');
  const client = useQueryClient();
  const say = (error: Error): void => {
    notifications.show({
      title: t('wentWrong'),
      message: error instanceof Refusal ? error.problem.detail : t('noAnswer'),
      color: 'red',
      autoClose: false,
    });
    void client.invalidateQueries();
  };
  const undoing = useCommand<Row>({ run: restore });
  const switching = useCommand<{ row: Row; active: boolean }, Row>({
    run: ({ row, active }) =>
      setActive === undefined ? Promise.resolve(row) : setActive(row, active),
    onDone: (changed, { active }) =>
      offerUndo(t(active ? 'usedAgain' : 'retired', { name: nameOf(changed) }), () =>
        switching.mutate({ row: changed, active: !active }, { onError: say }),
      ),
  });
  const removing = useCommand<Row>({
    run: remove,
    onDone: (_answer, row) => {
      offerUndo(t('removed', { name: nameOf(row) }), () => undoing.mutate(row, { onError: say }));
      onRemoved?.(row);
    },
  });
  const switchTo = (row: Row, active: boolean): void =>
    switching.mutate({ row, active }, { onError: say });
  const offerToRetire = (row: Row): void =>
    askFirst({
      title: t('inUseTitle', { name: nameOf(row) }),
      text: t('inUseText'),
      confirm: t('retire'),
      isDestructive: false,
      onConfirm: () => switchTo(row, false),
    });
  return {
    isPending: removing.isPending || switching.isPending || undoing.isPending,
    switchTo,
    remove: (row: Row): void =>
      removing.mutate(row, {
        onError: (error) => {
          const isInUse = error instanceof Refusal && error.code === 'in_use';
          if (isInUse && setActive !== undefined) offerToRetire(row);
          else say(error);
        },
      }),
  };
}
