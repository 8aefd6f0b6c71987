import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ShareBar } from '../parts/share-bar.js';
import { Arrival } from './arrival.js';
import type { BatchDetail } from '../api/use-batch.js';

/** What travels, how, by whom and until when. */
export function BatchFacts({ batch }: { batch: BatchDetail }) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  const { consignments } = batch;
  const weightGrams = consignments.reduce((sum, { packing }) => sum + packing.weightGrams, 0);
  const packages = consignments.reduce((sum, each) => sum + each.packages.length, 0);
  const by = [t(`language:mode.${batch.mode}`), batch.carrier, batch.vehicle, batch.driver];
  return (
    <Paper withBorder p="md" component="section" aria-label={t('facts.title')}>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3, lg: 6 }} spacing="md" m={0}>
        <Fact label={t('facts.by')}>{by.filter((each) => each !== null).join(' · ')}</Fact>
        <Fact label={t('column.consignments')}>{format.number(batch.consignmentCount)}</Fact>
        <Fact label={t('column.pieces')}>{format.number(batch.pieces)}</Fact>
        <Fact label={t('facts.weight')}>
          {format.weight(weightGrams)}
          {packages > 0 && (
            <Text size="xs" c="dimmed">
              {t('language:count.packages', {
                count: packages,
                replace: { count: format.number(packages) },
              })}
            </Text>
          )}
        </Fact>
        <Fact label={t('column.expected')}>
          <Arrival batch={batch} />
        </Fact>
        {batch.dispatchedAt !== null && (
          <Fact label={t('column.delivered')}>
            <ShareBar
              share={batch.pieces === 0 ? null : Math.min(1, batch.delivered / batch.pieces)}
              label={t('column.delivered')}
            />
          </Fact>
        )}
      </SimpleGrid>
    </Paper>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" size="sm" fw={600} m={0}>
        {children}
      </Text>
    </div>
  );
}
