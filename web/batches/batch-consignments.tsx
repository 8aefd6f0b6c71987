import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { matches, searchText, searchWords } from '../../src/places/search.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { DataTable } from '../parts/data-table.js';
import { useConsignmentColumns } from './consignment-columns.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onAssign: () => void;
}

/** Below this everything is in sight anyway. */
const SEARCHED_FROM = 8;

/** What the batch brings to whom, stop by stop. */
export function BatchConsignments({ batch, selected, onSelect, onAssign }: Props) {
  const { t } = useTranslation('batches');
  const mayAssign = useMayWrite() && batch.allowed.includes('assign');
  const [typed, setTyped] = useState('');
  const found = useFoundConsignments(batch.consignments, typed);
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between" align="flex-end">
        <Title order={2} size="h4">
          {t('stops')}
        </Title>
        <Group gap="xs" align="flex-end">
          {mayAssign && selected.size > 0 && (
            <Button
              variant="light"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={onAssign}
            >
              {t('assign.selected', { count: selected.size })}
            </Button>
          )}
          {batch.consignments.length >= SEARCHED_FROM && (
            <TextInput
              aria-label={t('findStop')}
              placeholder={t('findStop')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={typed}
              onChange={({ currentTarget: { value } }) => setTyped(value)}
            />
          )}
        </Group>
      </Group>
      <DataTable
        label={t('stops')}
        rows={found}
        columns={useConsignmentColumns(batch)}
        idOf={({ id }) => id}
        nameOf={({ deliveryPoint }) => deliveryPoint.name}
        {...(mayAssign ? { selected, onSelect } : {})}
        {...(batch.consignments.length === 0
          ? { empty: <Text size="sm">{t('noStops')}</Text> }
          : {})}
      />
    </Stack>
  );
}

/** By point, place, waybill or tracking number; blind to script and diacritics. */
function useFoundConsignments(
  consignments: readonly BatchConsignment[],
  typed: string,
): readonly BatchConsignment[] {
  const nameOf = useMunicipalityNames();
  const words = searchWords(typed);
  if (words === undefined) return consignments;
  return consignments.filter(({ deliveryPoint, waybillNumber, trackingNumbers }) =>
    matches(
      searchText(
        deliveryPoint.name,
        deliveryPoint.code,
        nameOf(deliveryPoint.municipalityCode),
        waybillNumber,
        ...trackingNumbers,
      ),
      words,
    ),
  );
}
