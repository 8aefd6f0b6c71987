import { Text } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import type { CardRow } from './use-movements.js';

/** What made the movement, in words, leading there. */
export function CauseLink({ row }: { row: CardRow }) {
  const { t } = useTranslation('stock');
  const { kind, id } = row.cause;
  const words = t(`cause.${kind}`);
  if (kind === 'receipt' || kind === 'issue') {
    if (id === 'confidential') return <Text inherit>{words}</Text>;
    return (
      <TextLink to="/stock/history" search={{ [kind]: id }} inherit>
        {words}
      </TextLink>
    );
  }
  if (row.batchId !== undefined)
    return (
      <TextLink to="/batches/$id" params={{ id: row.batchId }} inherit>
        {words}
      </TextLink>
    );
  return (
    <Text inherit fw={kind === 'reversal' ? 600 : undefined}>
      {words}
    </Text>
  );
}
