import { Alert, List } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { stockFlagsQuery } from './use-stock-flags.js';

/** What runs short and what lies idle, as the last check found it: the same words as in the flags, with a way there. */
export function StockHints({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const { data: flags = [] } = useQuery(stockFlagsQuery(campaignId));
  if (flags.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconBulb aria-hidden />}
      title={t('hints', {
        count: flags.length,
        replace: { count: format.number(flags.length) },
      })}
    >
      <List size="sm" spacing={4} listStyleType="none">
        {flags.map(({ id, message }) => (
          <List.Item key={id}>
            <TextLink to="/flags/$id" params={{ id }} inherit c="inherit" underline="always">
              {message}
            </TextLink>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
