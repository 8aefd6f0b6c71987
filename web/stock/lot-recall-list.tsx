import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMunicipalityNames } from '../api/use-register.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { PrintedTable } from './printed-table.js';
import { type Call, listCalls } from './recall-calls.js';
import { recallQuery } from './use-lots.js';
import { usePointOf } from './use-point-names.js';
import { usePrinting } from './use-printing.js';

/** Whom to call, with the number beside the name; printed, a list to tick off. */
export function LotRecallList({ lotId }: { lotId: string }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const recall = useQuery(recallQuery(lotId));
  const { data: warehouses = [] } = useQuery(warehousesQuery);
  return (
    <Loaded query={recall} height={320}>
      {(found) => (
        <Stack gap="sm">
          <Text>{t('recall.lead')}</Text>
          <CallTable
            calls={listCalls(
              found,
              (id) => warehouses.find((warehouse) => warehouse.id === id)?.contact ?? null,
            )}
          />
          {found.handedOut.length > 0 && (
            <Text size="sm">
              {t('recall.handedOut', {
                what: format.list(
                  found.handedOut.map(({ municipalityCode, quantity }) =>
                    t('recall.handedOutIn', {
                      municipality: municipalityName(municipalityCode),
                      pieces: format.number(quantity),
                    }),
                  ),
                ),
              })}
            </Text>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function CallTable({ calls }: { calls: readonly Call[] }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const pointOf = usePointOf();
  const isPrinting = usePrinting();
  const townOf = ({ deliveryPointId }: Call): string[] => {
    const point = pointOf(deliveryPointId);
    return point === undefined ? [] : [municipalityName(point.municipalityCode)];
  };
  const columns: Column<Call>[] = [
    {
      key: 'name',
      header: t('recall.who'),
      width: 'minmax(9rem, 3fr)',
      sortBy: ({ name }) => name,
      cell: (call) => (
        <Stack gap={0}>
          <Text inherit fw={600}>
            {call.name}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              ...(call.address === undefined ? [] : [call.address]),
              ...townOf(call),
              ...(call.person === undefined ? [] : [call.person]),
            ].join(' · ')}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'where',
      header: t('recall.where'),
      width: 'minmax(6rem, 1fr)',
      hiddenOn: 'phone',
      sortBy: ({ where }) => where,
      cell: ({ where }) => t(`recall.${where}`),
    },
    {
      key: 'phone',
      header: t('recall.phone'),
      width: 'minmax(7rem, 1.2fr)',
      cell: ({ phone }) =>
        phone === undefined ? (
          '—'
        ) : (
          <Anchor href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} inherit>
            {phone}
          </Anchor>
        ),
    },
    {
      key: 'quantity',
      header: t('column.pieces'),
      isNumber: true,
      sortBy: ({ quantity }) => quantity,
      cell: ({ quantity }) => format.number(quantity),
    },
  ];
  const table = { label: t('lot.recall'), rows: calls, columns, idOf: ({ id }: Call) => id };
  return isPrinting ? (
    <PrintedTable {...table} />
  ) : (
    <DataTable {...table} empty={t('nothingThere')} />
  );
}
