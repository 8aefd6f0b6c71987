import { List } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useAccountNames } from './use-account-names.js';
import type { Movement } from './use-movements.js';

/** Movements as sentences: how much, from where, to where. */
export function MovementList({ movements }: { movements: readonly Movement[] }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const accountName = useAccountNames();
  return (
    <List size="sm" spacing={2} listStyleType="none">
      {movements.map((movement) => (
        <List.Item key={movement.id}>
          {t('movement', {
            pieces: format.number(movement.quantity),
            from: accountName(movement.from, movement.deliveryPointId),
            to: accountName(movement.to, movement.deliveryPointId),
            number: format.number(movement.sequence),
          })}
        </List.Item>
      ))}
    </List>
  );
}
