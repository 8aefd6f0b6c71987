import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from '../language/i18n.js';
import classes from './places.module.css';

interface Props {
  readonly name: string;
  readonly onEdit?: () => void;
  readonly onRemove: () => void;
  /** Absent where there is no such thing as being retired. */
  readonly active?: boolean;
  readonly onSwitch?: (active: boolean) => void;
}

/** What can be done with one of a list. The menu is made when it is first asked for: a list has thousands of rows. */
export function RowMenu(props: Props) {
  const { t } = useTranslation('parts');
  const [isMade, setIsMade] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const open = (): void => {
    flushSync(() => setIsMade(true));
    // Where the menu gives the focus back to.
    button.current?.focus();
    setIsOpen(true);
  };
  const label = t('actionsFor', { name: props.name });
  const icon = <IconDots size={18} aria-hidden />;
  if (!isMade)
    return (
      <button
        type="button"
        className={classes.more}
        aria-label={label}
        aria-haspopup="menu"
        onClick={open}
      >
        {icon}
      </button>
    );
  return (
    <Menu position="bottom-end" withinPortal opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray" size={36} aria-label={label}>
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Commands {...props} />
    </Menu>
  );
}

function Commands({ onEdit, onRemove, active, onSwitch }: Props) {
  const { t } = useTranslation('parts');
  return (
    <Menu.Dropdown>
      {onEdit !== undefined && (
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('edit')}
        </Menu.Item>
      )}
      {onSwitch !== undefined && active !== undefined && (
        <Menu.Item
          leftSection={
            active ? (
              <IconArchive size={16} aria-hidden />
            ) : (
              <IconArchiveOff size={16} aria-hidden />
            )
          }
          onClick={() => onSwitch(!active)}
        >
          {t(active ? 'retire' : 'useAgain')}
        </Menu.Item>
      )}
      <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
        {t('delete')}
      </Menu.Item>
    </Menu.Dropdown>
  );
}
