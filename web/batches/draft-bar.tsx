import { Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MAXIMUM_CONSIGNMENTS } from '../../src/distribution/draft.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { BatchSize } from './batch-size.js';
import classes from './draft-bar.module.css';
import { compareNeeds } from './shortage.js';
import { countPieces, findStopsFault, sumMaterials } from './stops.js';
import type { DraftContent } from './use-draft.js';
import { stockBalancesQuery } from './use-stock-balances.js';

interface Props {
  readonly campaignId: string;
  readonly draft: DraftContent;
  /** The buttons: whether it can be saved, and whether the warehouse has all of it. */
  readonly children: (canSave: boolean, isEnough: boolean) => ReactNode;
}

/** What the draft adds up to, always in sight, beside what saves it. */
export function DraftBar({ campaignId, draft: { head, stops }, children }: Props) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  const { data: balances } = useQuery(stockBalancesQuery(campaignId));
  const needed = sumMaterials(stops);
  const fault = findStopsFault(stops);
  const isEnough =
    balances !== undefined &&
    head.warehouseId !== null &&
    compareNeeds(needed, balances, head.warehouseId).every(({ short }) => short === 0);
  return (
    <Paper withBorder shadow="sm" p="sm" className={classes.bar}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600} size="sm">
            <BatchSize batch={{ consignmentCount: stops.length, pieces: countPieces(needed) }} />
          </Text>
          <Text size="xs" c="dimmed" role="status">
            {head.warehouseId === null && t('fault.warehouse')}
            {head.warehouseId !== null &&
              fault !== undefined &&
              t(`fault.${fault}`, { number: format.number(MAXIMUM_CONSIGNMENTS) })}
            {head.warehouseId !== null &&
              fault === undefined &&
              !isEnough &&
              needed.length > 0 &&
              t('fault.short')}
          </Text>
        </div>
        {children(head.warehouseId !== null && fault === undefined, isEnough)}
      </Group>
    </Paper>
  );
}
