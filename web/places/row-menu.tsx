import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from '../language/i18n.js';

interface Props {
  readonly name: string;
  readonly onEdit?: () => void;
  readonly onRemove: () => void;
  /** Absent where there is no such thing as being retired. */
  readonly active?: boolean;
  readonly onSwitch?: (active: boolean) => void;
}

/** What can be done with one of a list. */
export function RowMenu({ name, onEdit, onRemove, active, onSwitch }: Props) {
  const { t } = useTranslation('parts');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('actionsFor', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
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
    </Menu>
  );
}
